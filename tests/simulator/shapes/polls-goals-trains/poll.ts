import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields } from '../user-fields.ts';

export type PollPhase = 'begin' | 'progress' | 'end';

export interface PollChoice {
  title: string;
  votes?: number;
  /** The number of votes that were bought with channel points. */
  channel_points_votes?: number;
}

export interface PollOptions {
  id?: string;
  broadcaster?: Person;
  title?: string;
  choices?: readonly PollChoice[];
  /** The price of an extra vote in channel points; 0 if none can be bought. */
  channel_points_per_vote?: number;
  started_at?: string;
  ends_at?: string;
  ended_at?: string;
  status?: 'completed' | 'archived' | 'terminated';
}

const CHOICES: readonly PollChoice[] = [
  { title: 'The mines', votes: 31, channel_points_votes: 2 },
  { title: 'The sea', votes: 24 },
  { title: 'Sleep', votes: 5 },
];

/** Returns a choice in the form of the phase: at the beginning it has no votes. */
function choiceOf(phase: PollPhase, pollId: string, choice: PollChoice) {
  const { title, votes = 0, channel_points_votes = 0 } = choice;
  const id = derivedId({ poll: pollId, title });
  return phase === 'begin'
    ? { id, title }
    : { id, title, bits_votes: 0, channel_points_votes, votes };
}

function endOf(phase: PollPhase, options: PollOptions): EventShape {
  if (phase !== 'end') return { ends_at: options.ends_at ?? moment(120) };
  return { status: options.status ?? 'completed', ended_at: options.ended_at ?? moment(120) };
}

/** Returns the event of `channel.poll.begin`, `.progress` and `.end`. */
export function channelPoll(phase: PollPhase, options: PollOptions = {}): EventShape {
  const { id = 'a7d30c5c-4b6f-4c39-8e0c-0f4f8a0ad3a1', channel_points_per_vote = 0 } = options;
  return {
    id,
    ...channelFields(options.broadcaster),
    title: options.title ?? 'Where to next?',
    choices: (options.choices ?? CHOICES).map((choice) => choiceOf(phase, id, choice)),
    bits_voting: { is_enabled: false, amount_per_vote: 0 },
    channel_points_voting: {
      is_enabled: channel_points_per_vote > 0,
      amount_per_vote: channel_points_per_vote,
    },
    started_at: options.started_at ?? moment(),
    ...endOf(phase, options),
  };
}
