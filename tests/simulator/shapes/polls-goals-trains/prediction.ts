import { MODERATOR, VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, userFields } from '../user-fields.ts';

export type PredictionPhase = 'begin' | 'progress' | 'lock' | 'end';

export interface Predictor {
  user: Person;
  channel_points_used: number;
  /** Without a value: as computed by `wonPoints`. */
  channel_points_won?: number | null;
}

export interface Outcome {
  title: string;
  color?: 'blue' | 'pink';
  users?: number;
  channel_points?: number;
  top_predictors?: readonly Predictor[] | null;
}

export interface PredictionOptions {
  id?: string;
  broadcaster?: Person;
  title?: string;
  outcomes?: readonly Outcome[];
  /** The title of the winning outcome; without it, the first one wins. */
  winner?: string | undefined;
  status?: 'resolved' | 'canceled';
  /** The winner's value of a canceled prediction. */
  noWinner?: null | '';
  started_at?: string;
  locks_at?: string;
  locked_at?: string;
  ended_at?: string;
}

const OUTCOMES: readonly Outcome[] = [
  {
    title: 'Before winter',
    users: 18,
    channel_points: 12_400,
    top_predictors: [{ user: VIEWER, channel_points_used: 5_000 }],
  },
  {
    title: 'Never',
    users: 7,
    channel_points: 4_300,
    top_predictors: [{ user: MODERATOR, channel_points_used: 1_000 }],
  },
];

/** The outcomes of a prediction; without a winner until it is resolved. */
interface Resolution {
  winner: string | undefined;
  outcomes: readonly Outcome[];
}

function outcomeId(predictionId: string, title: string): string {
  return derivedId({ prediction: predictionId, title });
}

/**
 * Returns what a user has won: null until the prediction is resolved, 0 for the losers, and for the
 * winners their share of all points. Twitch's documentation has 0 in its table and null in its
 * example for the losers.
 */
function wonPoints(used: number, outcome: Outcome, { winner, outcomes }: Resolution) {
  if (winner === undefined) return null;
  if (outcome.title !== winner) return 0;
  const all = outcomes.reduce((sum, { channel_points = 0 }) => sum + channel_points, 0);
  return Math.floor((used * all) / (outcome.channel_points || used));
}

/** The top ten of an outcome; an empty list if nobody predicted it. */
function predictorsOf(outcome: Outcome, resolution: Resolution) {
  if (outcome.top_predictors === null) return null;
  return (outcome.top_predictors ?? []).map(
    ({ user, channel_points_used, channel_points_won }) => ({
      ...userFields(user),
      channel_points_won:
        channel_points_won === undefined
          ? wonPoints(channel_points_used, outcome, resolution)
          : channel_points_won,
      channel_points_used,
    }),
  );
}

function outcomeOf(phase: PredictionPhase, predictionId: string, resolution: Resolution) {
  return (outcome: Outcome, index: number) => {
    const { title, color = index === 0 ? 'blue' : 'pink', users = 0, channel_points = 0 } = outcome;
    const fields = { id: outcomeId(predictionId, title), title, color };
    if (phase === 'begin') return fields;
    const top_predictors = predictorsOf(outcome, resolution);
    return { ...fields, users, channel_points, top_predictors };
  };
}

function resultOf(id: string, options: PredictionOptions) {
  const { status = 'resolved', winner = '', noWinner = null } = options;
  const ended_at = options.ended_at ?? moment(600);
  const winning_outcome_id = status === 'canceled' ? noWinner : outcomeId(id, winner);
  return { winning_outcome_id, status, ended_at };
}

function winnerOf(phase: PredictionPhase, options: PredictionOptions): string | undefined {
  if (phase !== 'end' || options.status === 'canceled') return undefined;
  return options.winner ?? options.outcomes?.[0]?.title;
}

/** Returns the event of `channel.prediction.begin`, `.progress`, `.lock` and `.end`. */
export function channelPrediction(
  phase: PredictionPhase,
  options: PredictionOptions = {},
): EventShape {
  const { id = '4d0f2b1e-9a7c-4a52-9f0a-5b8d7f1c6e21', outcomes = OUTCOMES } = options;
  const winner = winnerOf(phase, { ...options, outcomes });
  const begun = {
    id,
    ...channelFields(options.broadcaster),
    title: options.title ?? 'Will the bridge be finished?',
    outcomes: outcomes.map(outcomeOf(phase, id, { winner, outcomes })),
    started_at: options.started_at ?? moment(),
  };
  if (phase === 'end') return { ...begun, ...resultOf(id, { ...options, winner }) };
  if (phase === 'lock') return { ...begun, locked_at: options.locked_at ?? moment(120) };
  return { ...begun, locks_at: options.locks_at ?? moment(120) };
}
