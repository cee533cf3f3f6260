import * as z from 'zod/mini';
import { count, flag, needed, text } from '@/lib/twitch/payload/fields';
import { type Mappers, mapper } from '../mapper';
import { receivedPhaseKeys } from './phase-keys';

const schema = z.object({
  id: needed.text,
  type: text,
  description: text,
  current_amount: count,
  target_amount: count,
  is_achieved: flag,
});

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(schema, ({ id: goalId, type: goalType, description, ...event }) => ({
    kind: `goal_${name}`,
    ...receivedPhaseKeys('goal', goalId, name),
    detail: {
      goalId,
      goalType,
      description,
      current: event.current_amount,
      target: event.target_amount,
      isAchieved: name === 'end' ? event.is_achieved : null,
    },
  }));
}

/**
 * Mappers of the streamer's goals. Twitch may send the progress of a goal before its begin:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelgoalprogress
 */
export const GOAL_MAPPERS: Mappers = {
  'channel.goal.begin': phase('begin'),
  'channel.goal.progress': phase('progress'),
  'channel.goal.end': phase('end'),
};
