import * as z from 'zod/mini';
import { broadcaster, text } from '../payload/fields';
import { type Mappers, mapper } from './mapper';

const schema = z.object({
  ...broadcaster,
  title: text,
  language: text,
  category_name: text,
  content_classification_labels: z.nullish(z.array(z.string())),
});

/**
 * Mapper of changes to the channel. The payload has the whole new state and not what changed, so
 * the event keeps the state before it too:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelupdate
 */
export const CHANNEL_UPDATE_MAPPERS: Mappers = {
  'channel.update': mapper(schema, (event, context) => ({
    kind: 'channel_update',
    viewer: null,
    detail: {
      before: context.channelText,
      after: {
        title: event.title,
        category: event.category_name,
        language: event.language,
        labels: event.content_classification_labels ?? [],
      },
    },
  })),
};
