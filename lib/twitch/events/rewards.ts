import * as z from 'zod/mini';
import { keptRaw } from '../payload/raw';
import { text } from '../payload/schema';
import { type Mappers, mapper } from './mapper';

const schema = z.looseObject({ title: text });

const change = (noticeType: string) =>
  mapper(schema, (event) => ({
    kind: 'other',
    viewer: null,
    detail: {
      message: '',
      systemMessage: '',
      noticeType,
      subject: event.title,
      raw: keptRaw(event),
    },
  }));

/** What the streamer changes about the rewards that channel points buy. */
export const REWARD_MAPPERS: Mappers = {
  'channel.channel_points_custom_reward.add': change('custom_reward_add'),
  'channel.channel_points_custom_reward.update': change('custom_reward_update'),
  'channel.channel_points_custom_reward.remove': change('custom_reward_remove'),
};
