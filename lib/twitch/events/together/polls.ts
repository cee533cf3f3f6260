import * as z from 'zod/mini';
import { count, maybeText, text } from '@/lib/twitch/payload/schema';
import { type Mappers, mapper } from '../mapper';
import { phaseKeys } from './phase';

const schema = z.object({
  id: z.string(),
  title: text,
  // As it begins, choices have no votes.
  choices: z.array(z.object({ title: text, votes: count })),
  status: maybeText,
});

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(schema, ({ id: pollId, title, choices, status }) => ({
    kind: `poll_${name}`,
    // Twitch ends a poll twice where the streamer puts it away: completed, then archived.
    ...phaseKeys('poll', pollId, name),
    detail: { pollId, title, choices, status: name === 'end' ? (status ?? 'completed') : null },
  }));
}

/** Polls. */
export const POLL_MAPPERS: Mappers = {
  'channel.poll.begin': phase('begin'),
  'channel.poll.progress': phase('progress'),
  'channel.poll.end': phase('end'),
};
