import * as z from 'zod/mini';
import { count, list, maybeText, needed, text } from '@/lib/twitch/payload/fields';
import { type Mappers, mapper } from '../mapper';
import { receivedPhaseKeys } from './phase-keys';

const schema = z.object({
  id: needed.text,
  title: text,
  // The begin event has no votes.
  choices: list(z.object({ title: text, votes: count })),
  status: maybeText,
});

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(schema, ({ id: pollId, title, choices, status }) => ({
    kind: `poll_${name}`,
    // Twitch may send two ends of a poll, `completed` and later `archived`. The natural key makes
    // them one event.
    ...receivedPhaseKeys('poll', pollId, name),
    detail: { pollId, title, choices, status: name === 'end' ? (status ?? 'completed') : null },
  }));
}

/** Mappers of polls. */
export const POLL_MAPPERS: Mappers = {
  'channel.poll.begin': phase('begin'),
  'channel.poll.progress': phase('progress'),
  'channel.poll.end': phase('end'),
};
