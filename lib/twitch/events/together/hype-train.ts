import * as z from 'zod/mini';
import { count, maybeCount, text, userFields, userOrUnknown } from '@/lib/twitch/payload/schema';
import { type Mappers, mapper } from '../mapper';
import { phaseKeys } from './phase';

const schema = z.object({
  id: z.string(),
  level: count,
  total: count,
  progress: maybeCount,
  goal: maybeCount,
  type: text,
  // Not worth losing a train for: Twitch's examples have ids of people as numbers here and there.
  // oxlint-disable-next-line promise/valid-params -- zod's, no promise's
  top_contributions: z.catch(
    z.nullish(z.array(z.object({ ...userFields('user'), total: count }))),
    null,
  ),
});

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(schema, ({ id: trainId, level, total, progress, goal, type, ...event }) => {
    const top = (event.top_contributions ?? []).toSorted((one, other) => other.total - one.total);
    return {
      kind: `hype_train_${name}`,
      ...phaseKeys('hype_train', trainId, name),
      detail: {
        trainId,
        level,
        total,
        progress,
        goal,
        trainType: type || 'regular',
        top: top.map((contribution) => userOrUnknown(contribution, 'user')),
      },
    };
  });
}

/** Hype trains, version 2. */
export const HYPE_TRAIN_MAPPERS: Mappers = {
  'channel.hype_train.begin': phase('begin'),
  'channel.hype_train.progress': phase('progress'),
  'channel.hype_train.end': phase('end'),
};
