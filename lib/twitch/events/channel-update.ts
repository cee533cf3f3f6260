import * as z from 'zod/mini';
import type { ChannelInfo } from '@/lib/domain/event/event';
import { broadcaster, list, part } from '../payload/fields';
import { type Mappers, mapper } from './mapper';

const EMPTY: ChannelInfo = { title: '', category: '', language: '', labels: [] };

/** A text that may be empty; `null` if it is missing. */
const maybe = part(z.string());

const schema = z.object({
  ...broadcaster,
  title: maybe,
  language: maybe,
  category_name: maybe,
  content_classification_labels: part(list(z.string())),
});

/**
 * Mapper of changes to the channel. The payload has the whole new state and not what changed, so
 * the event keeps the state before it too:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelupdate
 */
export const CHANNEL_UPDATE_MAPPERS: Mappers = {
  'channel.update': mapper(schema, (event, { channelInfo: before }) => {
    if (event.title === null && event.category_name === null) return null;
    const read = {
      title: event.title,
      category: event.category_name,
      language: event.language,
      labels: event.content_classification_labels,
    };
    // Nothing new is known about a part that is missing.
    const known = Object.entries(read).filter(([, value]) => value !== null);
    const after = { ...(before ?? EMPTY), ...(Object.fromEntries(known) as Partial<ChannelInfo>) };
    return { kind: 'channel_update', viewer: null, detail: { before, after } };
  }),
};
