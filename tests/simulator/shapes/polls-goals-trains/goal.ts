import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields } from '../user-fields.ts';

export type GoalPhase = 'begin' | 'progress' | 'end';

export interface GoalOptions {
  id?: string;
  broadcaster?: Person;
  type?: string;
  description?: string;
  current_amount?: number;
  target_amount?: number;
  started_at?: string;
  ended_at?: string;
}

/** Returns the event of `channel.goal.begin`, `.progress` and `.end`. */
export function channelGoal(phase: GoalPhase, options: GoalOptions = {}): EventShape {
  const { current_amount = 88, target_amount = 100 } = options;
  const begun = {
    id: options.id ?? 'goal-2c1e9d',
    ...channelFields(options.broadcaster),
    type: options.type ?? 'follow',
    description: options.description ?? 'New followers this week',
    current_amount,
    target_amount,
    started_at: options.started_at ?? moment(),
  };
  if (phase !== 'end') return begun;
  return {
    ...begun,
    is_achieved: current_amount >= target_amount,
    ended_at: options.ended_at ?? moment(3_600),
  };
}
