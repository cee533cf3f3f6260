import * as z from 'zod/mini';
import type { User } from '@/lib/domain/event/user';
import { count, flag, list, maybeCount, needed, text } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';
import { receivedPhaseKeys } from './phase-keys';

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
  is_shared_train: flag,
  shared_train_participants: list(z.object(userFields('broadcaster_user'))),
});

/** Returns the channels that share the train. A train that is not shared has none. */
function sharing(
  { is_shared_train, shared_train_participants }: z.infer<typeof schema>,
  streamerId: string,
): { sharedWith?: User[] } {
  const others = shared_train_participants
    .flatMap((participant) => userOf(participant, 'broadcaster_user') ?? [])
    .filter(({ id }) => id !== streamerId);
  return is_shared_train || others.length > 0 ? { sharedWith: others } : {};
}

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(schema, (train, { streamerId }) => {
    const { id: trainId, level, total, progress, goal, type, ...event } = train;
    const top = event.top_contributions.toSorted((a, b) => b.total - a.total);
    return {
      kind: `hype_train_${name}`,
      ...receivedPhaseKeys('hype_train', trainId, name),
      detail: {
        trainId,
        level,
        total,
        progress,
        goal,
        trainType: type || 'regular',
        top: top.flatMap((contribution) => userOf(contribution, 'user') ?? []),
        ...sharing(train, streamerId),
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
