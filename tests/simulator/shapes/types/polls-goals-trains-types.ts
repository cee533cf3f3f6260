import { OTHER_STREAMER } from '../../world/people/accounts.ts';
import type { EventShape } from '../event-shape.ts';
import { channelGoal, type GoalPhase } from '../polls-goals-trains/goal.ts';
import { type HypeTrainPhase, hypeTrain } from '../polls-goals-trains/hype-train.ts';
import { channelPoll, type PollPhase } from '../polls-goals-trains/poll.ts';
import { channelPrediction, type PredictionPhase } from '../polls-goals-trains/prediction.ts';
import type { TypeShape, TypeShapes } from './type-shape.ts';

function poll(phase: PollPhase, forms: Record<string, EventShape> = {}): TypeShape {
  return {
    version: '1',
    build: (random) =>
      channelPoll(phase, {
        id: random.uuid(),
        choices: ['Parsnips', 'Blueberries', 'Melons'].map((title) => ({
          title,
          votes: random.integer(0, 90),
        })),
      }),
    loose: ['choices.bits_votes', 'choices.channel_points_votes', 'choices.votes'],
    forms: { 'paid votes': channelPoll(phase, { channel_points_per_vote: 500 }), ...forms },
  };
}

const NO_PREDICTORS = { outcomes: [{ title: 'Yes' }, { title: 'No' }] };

function prediction(phase: PredictionPhase, forms: Record<string, EventShape> = {}): TypeShape {
  return {
    version: '1',
    build: (random) => channelPrediction(phase, { id: random.uuid() }),
    loose: [
      'outcomes.users',
      'outcomes.channel_points',
      'outcomes.top_predictors',
      'outcomes.top_predictors.channel_points_won',
    ],
    forms: {
      ...(phase === 'begin' ? {} : { 'no predictors': channelPrediction(phase, NO_PREDICTORS) }),
      ...forms,
    },
  };
}

function train(phase: HypeTrainPhase): TypeShape {
  return {
    version: '2',
    build: (random) =>
      hypeTrain(phase, { id: random.uuid(), level: random.integer(1, 5), total: 4_200 }),
    loose: ['shared_train_participants'],
    forms: {
      shared: hypeTrain(phase, { shared_train_participants: [OTHER_STREAMER] }),
      'golden kappa': hypeTrain(phase, { type: 'golden_kappa' }),
      'no top contributions': hypeTrain(phase, { top_contributions: [] }),
    },
  };
}

/** Helix has the name `follower` for the type `follow`. */
const GOAL_TYPES = [
  'follow',
  'follower',
  'subscription',
  'subscription_count',
  'new_subscription',
  'new_subscription_count',
  'new_bit',
  'new_cheerer',
  'hologram',
];

function goal(phase: GoalPhase): TypeShape {
  const forms = GOAL_TYPES.map((type) => [type, channelGoal(phase, { type })]);
  return {
    version: '1',
    build: (random) =>
      channelGoal(phase, { id: random.uuid(), current_amount: random.integer(0, 120) }),
    forms: {
      ...Object.fromEntries(forms),
      'no description': channelGoal(phase, { description: '' }),
      achieved: channelGoal(phase, { current_amount: 100 }),
    },
  };
}

/** Types about polls, predictions, goals and hype trains; several events form one row. */
export const POLLS_GOALS_TRAINS_TYPES: TypeShapes = {
  'channel.poll.begin': poll('begin'),
  'channel.poll.progress': poll('progress'),
  'channel.poll.end': poll('end', {
    archived: channelPoll('end', { status: 'archived' }),
    terminated: channelPoll('end', { status: 'terminated' }),
    'no votes': channelPoll('end', { choices: [{ title: 'Yes' }, { title: 'No' }] }),
  }),
  'channel.prediction.begin': prediction('begin'),
  'channel.prediction.progress': prediction('progress'),
  'channel.prediction.lock': prediction('lock'),
  'channel.prediction.end': prediction('end', {
    'canceled, winner null': channelPrediction('end', { status: 'canceled' }),
    'canceled, winner empty': channelPrediction('end', { status: 'canceled', noWinner: '' }),
  }),
  'channel.hype_train.begin': train('begin'),
  'channel.hype_train.progress': train('progress'),
  'channel.hype_train.end': train('end'),
  'channel.goal.begin': goal('begin'),
  'channel.goal.progress': goal('progress'),
  'channel.goal.end': goal('end'),
};
