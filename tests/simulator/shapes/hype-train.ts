import { MODERATOR, VIEWER } from '../people/accounts.ts';
import type { Person } from '../people/person.ts';
import { moment } from './moments.ts';
import { channelKeys, userKeys } from './people.ts';
import type { EventShape } from './variants.ts';

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
  /** The other channels of a shared train; null when it is the channel's own. */
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

/** What only one phase tells. */
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

/** The event of `channel.hype_train.begin`, `.progress` and `.end` version 2. */
export function hypeTrain(phase: HypeTrainPhase, options: HypeTrainOptions = {}): EventShape {
  const { top_contributions = CONTRIBUTIONS, shared_train_participants: shared = null } = options;
  return {
    id: options.id ?? '1b0AsbInCHZW2SQFQkCzqN07Ib2',
    ...channelKeys(options.broadcaster),
    total: options.total ?? 1_500,
    level: options.level ?? 1,
    top_contributions: top_contributions.map(({ user, type, total }) => ({
      ...userKeys(user),
      type,
      total,
    })),
    shared_train_participants: shared?.map((person) => channelKeys(person)) ?? null,
    is_shared_train: shared !== null,
    type: options.type ?? 'regular',
    started_at: options.started_at ?? moment(),
    ...ownKeys(phase, options),
  };
}
