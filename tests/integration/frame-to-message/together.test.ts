import { beforeEach, describe, expect, it } from 'vitest';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { channelGoal } from '@/tests/simulator/shapes/polls-goals-trains/goal';
import { hypeTrain } from '@/tests/simulator/shapes/polls-goals-trains/hype-train';
import { channelPoll } from '@/tests/simulator/shapes/polls-goals-trains/poll';
import { channelPrediction } from '@/tests/simulator/shapes/polls-goals-trains/prediction';
import { charityCampaign } from '@/tests/simulator/shapes/support/charity';
import { installEnglish } from '@/tests/support/english';
import { formatEuros } from '@/tests/support/format-euros';
import { eventOf } from '@/tests/support/running/notification-event';
import { expectMessage } from '@/tests/support/running/notification-row';

// In one file, though long: the table of cases is the test.

beforeEach(installEnglish);

type PhaseCase = [text: string, secondaryText: string | null, phase: string, payload: object];

const votes = (...counts: number[]) =>
  counts.map((count, index) => ({ title: `Choice ${index + 1}`, votes: count }));

const TRAINS: PhaseCase[] = [
  ['A hype train started', 'Level 1: 700 of 1,800', 'begin', hypeTrain('begin')],
  [
    'A golden Kappa hype train started',
    'Level 1: 700 of 1,800',
    'begin',
    hypeTrain('begin', { type: 'golden_kappa' }),
  ],
  [
    'A treasure hype train started',
    'Level 1: 700 of 1,800',
    'begin',
    hypeTrain('begin', { type: 'treasure' }),
  ],
  [
    'Hype train at level 3',
    'Level 3: 700 of 1,800',
    'progress',
    hypeTrain('progress', { level: 3 }),
  ],
  [
    'Hype train ended at level 4',
    'Demo_Viewer gave the most',
    'end',
    hypeTrain('end', { level: 4 }),
  ],
  ['Hype train ended at level 1', null, 'end', hypeTrain('end', { top_contributions: [] })],
  ['Hype train ended at level 1', null, 'end', withNull(hypeTrain('end'), 'top_contributions')],
  [
    'Hype train ended at level 1',
    null,
    'end',
    { ...hypeTrain('end'), top_contributions: [{ user_id: 7, total: 1 }] },
  ],
];

const POLLS: PhaseCase[] = [
  ['New poll: Where to next?', 'The mines · The sea · Sleep', 'begin', channelPoll('begin')],
  [
    'Poll running: Where to next?',
    'The mines leads with 31 votes',
    'progress',
    channelPoll('progress'),
  ],
  [
    'Poll running: Where to next?',
    'A draw of Choice 1 and Choice 2 with 1 vote each',
    'progress',
    channelPoll('progress', { choices: votes(1, 1) }),
  ],
  [
    'Poll ended: Where to next?',
    'A draw of Choice 1 and Choice 3 with 16 votes each',
    'end',
    channelPoll('end', { choices: votes(16, 13, 16) }),
  ],
  [
    'Poll ended: Where to next?',
    'A draw of Choice 1, Choice 2, and Choice 3 with 2 votes each',
    'end',
    channelPoll('end', { choices: votes(2, 2, 2, 1) }),
  ],
  [
    'Poll ended: Where to next?',
    'A draw of Choice 1, Choice 2, and 3 others with 2 votes each',
    'end',
    channelPoll('end', { choices: votes(2, 2, 2, 2, 2) }),
  ],
  ['Poll ended: Where to next?', 'The mines won with 31 votes', 'end', channelPoll('end')],
  [
    'Poll ended: Where to next?',
    'Choice 2 won with 1 vote',
    'end',
    channelPoll('end', { choices: votes(0, 1), status: 'archived' }),
  ],
  [
    'Poll ended early: Where to next?',
    'Nobody voted',
    'end',
    channelPoll('end', { choices: votes(0, 0), status: 'terminated' }),
  ],
];

const TITLE = 'Will the bridge be finished?';

const PREDICTIONS: PhaseCase[] = [
  [`New prediction: ${TITLE}`, 'Before winter · Never', 'begin', channelPrediction('begin')],
  [
    `Prediction running: ${TITLE}`,
    '16,700 channel points at stake',
    'progress',
    channelPrediction('progress'),
  ],
  [
    `Prediction running: ${TITLE}`,
    '16,700 channel points at stake',
    'progress',
    withNull(channelPrediction('progress'), 'outcomes.top_predictors'),
  ],
  [
    `Prediction closed, waiting for the outcome: ${TITLE}`,
    '16,700 channel points at stake',
    'lock',
    channelPrediction('lock'),
  ],
  [
    `Prediction decided: ${TITLE}`,
    'Before winter: 18 viewers were right',
    'end',
    channelPrediction('end'),
  ],
  [
    `Prediction decided: ${TITLE}`,
    null,
    'end',
    withoutKeys(channelPrediction('end'), 'winning_outcome_id'),
  ],
  ...([null, ''] as const).map(
    (noWinner): PhaseCase => [
      `Prediction called off: ${TITLE}`,
      null,
      'end',
      channelPrediction('end', { status: 'canceled', noWinner }),
    ],
  ),
];

const GOALS: PhaseCase[] = [
  ['New goal: New followers this week', '88 of 100', 'begin', channelGoal('begin')],
  ...(
    [
      ['follow', 'followers'],
      ['follower', 'followers'],
      ['subscription', 'sub points'],
      ['subscription_count', 'subs'],
      ['new_subscription', 'new sub points'],
      ['new_subscription_count', 'new subs'],
      ['new_bit', 'bits'],
      ['new_cheerer', 'new cheerers'],
      ['hologram', 'a goal of the streamer'],
    ] as const
  ).map(
    ([type, text]): PhaseCase => [
      `On the way to a goal: ${text}`,
      '88 of 100',
      'progress',
      channelGoal('progress', { type, description: '' }),
    ],
  ),
  [
    'Goal reached: New followers this week',
    '100 of 100',
    'end',
    channelGoal('end', { current_amount: 100 }),
  ],
  ['Goal ended: New followers this week', '88 of 100', 'end', channelGoal('end')],
];

const CAMPAIGNS: PhaseCase[] = [
  [
    'Charity campaign started for Seawatch Trust',
    `${formatEuros(0)} of ${formatEuros(500)} raised`,
    'start',
    charityCampaign('start'),
  ],
  [
    'Charity campaign for Seawatch Trust',
    `${formatEuros(125.5)} of ${formatEuros(500)} raised`,
    'progress',
    charityCampaign('progress'),
  ],
  [
    'Charity campaign ended for Seawatch Trust',
    null,
    'stop',
    withoutKeys(charityCampaign('stop'), 'target_amount'),
  ],
];

const FAMILIES: [type: string, thread: string, cases: PhaseCase[]][] = [
  ['channel.hype_train', 'hype_train:hype-train-7f3c', TRAINS],
  ['channel.poll', 'poll:a7d30c5c-4b6f-4c39-8e0c-0f4f8a0ad3a1', POLLS],
  ['channel.prediction', 'prediction:4d0f2b1e-9a7c-4a52-9f0a-5b8d7f1c6e21', PREDICTIONS],
  ['channel.goal', 'goal:goal-2c1e9d', GOALS],
  ['channel.charity_campaign', 'charity:charity-5b7a10', CAMPAIGNS],
];

describe.each(FAMILIES)('%s', (family, thread, cases) => {
  it.each(cases)('%s / %s', (text, secondaryText, phase, payload) => {
    const { event } = expectMessage(text, secondaryText, `${family}.${phase}`, payload);
    expect(event).toMatchObject({ viewer_id: null, viewer_name: null, thread });
  });

  it('has one natural key for each phase', () => {
    const keys = cases.map(
      ([, , phase, payload]) => eventOf(`${family}.${phase}`, payload)?.natural_key,
    );
    const phases = cases.map(([, , phase]) =>
      phase.replace('start', 'begin').replace('stop', 'end'),
    );
    expect(keys).toEqual(phases.map((phase) => `${thread}:${phase}`));
  });

  it('becomes an event of kind `other` without an id', () => {
    const [, , phase = '', payload = {}] = cases[0] ?? [];
    expect(eventOf(`${family}.${phase}`, withoutKeys({ ...payload }, 'id'))?.event_type).toBe(
      'other',
    );
  });
});
