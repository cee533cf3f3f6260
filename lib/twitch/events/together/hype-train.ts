import * as z from 'zod/mini';
import { count, list, maybeCount, needed, text } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';
import { phaseKeys } from './phase-keys';

const schema = z.object({
  id: needed.text,
  level: count,
  total: count,
  progress: maybeCount,
  goal: maybeCount,
  type: text,
  // Some examples of Twitch have numbers as ids of users. The rest of the train is still readable:
  // https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelhype_trainbegin
  top_contributions: list(z.object({ ...userFields('user'), total: count })),
});

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(schema, ({ id: trainId, level, total, progress, goal, type, ...event }) => {
    const top = event.top_contributions.toSorted((a, b) => b.total - a.total);
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
        top: top.flatMap((contribution) => userOf(contribution, 'user') ?? []),
      },
    };
  });
}

/** Mappers of hype trains, version 2. */
export const HYPE_TRAIN_MAPPERS: Mappers = {
  'channel.hype_train.begin': phase('begin'),
  'channel.hype_train.progress': phase('progress'),
  'channel.hype_train.end': phase('end'),
};
