import * as z from 'zod/mini';
import { text } from '../payload/fields';
import { rawPayload } from '../payload/raw-payload';
import { type Mappers, mapper } from './mapper';

const schema = z.looseObject({ title: text });

const rewardChange = (noticeType: string) =>
  mapper(schema, (event) => ({
    kind: 'other',
    viewer: null,
    detail: {
      message: '',
      systemMessage: '',
      noticeType,
      subject: event.title,
      raw: rawPayload(event),
    },
  }));

/** Mappers of changes to the custom rewards for channel points. They have no kind of their own. */
export const CUSTOM_REWARD_MAPPERS: Mappers = {
  'channel.channel_points_custom_reward.add': rewardChange('custom_reward_add'),
  'channel.channel_points_custom_reward.update': rewardChange('custom_reward_update'),
  'channel.channel_points_custom_reward.remove': rewardChange('custom_reward_remove'),
};
