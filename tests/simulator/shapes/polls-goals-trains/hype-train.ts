import { MODERATOR, VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, userFields } from '../user-fields.ts';

export type HypeTrainPhase = 'begin' | 'progress' | 'end';

export interface Contribution {
  user: Person;
  type: 'bits' | 'subscription' | 'other';
  total: number;
}

export interface HypeTrainOptions {
  id?: string;
  broadcaster?: Person;
  level?: number;
  total?: number;
  progress?: number;
  goal?: number;
  top_contributions?: readonly Contribution[];
  all_time_high_level?: number;
  all_time_high_total?: number;
  /** The other channels of a shared train; null if the train is not shared. */
  shared_train_participants?: readonly Person[] | null;
  type?: string;
  started_at?: string;
  expires_at?: string;
  ended_at?: string;
  cooldown_ends_at?: string;
}

const CONTRIBUTIONS: readonly Contribution[] = [
  { user: VIEWER, type: 'bits', total: 1_000 },
  { user: MODERATOR, type: 'subscription', total: 500 },
];

/** Returns the keys that only some phases have. */
function ownKeys(phase: HypeTrainPhase, options: HypeTrainOptions): EventShape {
  if (phase === 'end') {
    return {
      ended_at: options.ended_at ?? moment(300),
      cooldown_ends_at: options.cooldown_ends_at ?? moment(3_900),
    };
  }
  const { progress = 700, goal = 1_800 } = options;
  const running = { progress, goal, expires_at: options.expires_at ?? moment(300) };
  if (phase === 'progress') return running;
  const { all_time_high_level = 6, all_time_high_total = 21_000 } = options;
  return { ...running, all_time_high_level, all_time_high_total };
}

const DEFAULTS = {
  id: 'hype-train-7f3c',
  total: 1_500,
  level: 1,
  type: 'regular',
  started_at: moment(),
  top_contributions: CONTRIBUTIONS,
  shared_train_participants: null,
};

/** Returns the event of `channel.hype_train.begin`, `.progress` and `.end` version 2. */
export function hypeTrain(phase: HypeTrainPhase, options: HypeTrainOptions = {}): EventShape {
  const { top_contributions, ...train } = { ...DEFAULTS, ...options };
  const shared = train.shared_train_participants;
  return {
    id: train.id,
    ...channelFields(options.broadcaster),
    total: train.total,
    level: train.level,
    top_contributions: top_contributions.map(({ user, type, total }) => ({
      ...userFields(user),
      type,
      total,
    })),
    shared_train_participants: shared?.map((person) => channelFields(person)) ?? null,
    is_shared_train: shared !== null,
    type: train.type,
    started_at: train.started_at,
    ...ownKeys(phase, options),
  };
}
