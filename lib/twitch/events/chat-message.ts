import * as z from 'zod/mini';
import type { Notification } from '../eventsub/frame';
import { isFromElsewhere } from './chat-notification';
import { buildEvent, type MapContext } from './mapper';
import { broadcaster, maybeText, personOrNull, sourceBroadcaster } from './schema';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  chatter_user_id: maybeText,
  chatter_user_login: maybeText,
  chatter_user_name: maybeText,
  message: z.nullish(
    z.object({
      text: z.nullish(z.string()),
      // Twitch has sent null here (twitchdev/issues#983).
      fragments: z.nullish(z.array(z.object({ type: z.string(), text: z.nullish(z.string()) }))),
    }),
  ),
  cheer: z.nullish(z.object({ bits: z.number() })),
});

type ChatMessage = z.infer<typeof schema>;

/**
 * `channel.chat.message`: only its cheers are recorded. Ordinary chat is neither stored nor shown,
 * and a cheer in another channel of a shared chat is not this streamer's.
 */
export function mapChatMessage(notification: Notification, context: MapContext) {
  const parsed = z.safeParse(schema, notification.payload.event);
  if (!parsed.success || !parsed.data.cheer) return null;
  const { cheer, ...event } = parsed.data;
  if (isFromElsewhere(event.source_broadcaster_user_id, context.streamerId)) return null;
  return buildEvent(notification, context, {
    kind: 'cheer',
    streamerName: event.broadcaster_user_name,
    viewer: personOrNull(event.chatter_user_id, event.chatter_user_login, event.chatter_user_name),
    detail: { bits: cheer.bits, message: wordsOf(event.message) },
  });
}

/** What was written beside the cheermotes, whose bits are told anyway. */
function wordsOf(message: ChatMessage['message']): string {
  const fragments = message?.fragments ?? [];
  if (fragments.length === 0) return message?.text ?? '';
  return fragments
    .filter(({ type }) => type !== 'cheermote')
    .map((fragment) => fragment.text ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
