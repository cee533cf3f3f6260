import type { AdminClient } from '../../simulator/admin-client.ts';
import { chatNotification } from '../../simulator/shapes/chat/chat-notification.ts';

/** A viewer of a test, by number. */
function chatter(number: number) {
  return { id: `${7000 + number}`, login: `viewer_${number}`, name: `Viewer_${number}` };
}

/**
 * Sends `count` resubs of `Viewer_1` to `Viewer_<count>`, a second apart, and gives their message ids
 * in that order.
 */
export async function sendResubs(
  admin: AdminClient,
  count: number,
  streamer?: { id: string; login: string; name: string },
): Promise<string[]> {
  const start = Date.now() - count * 1000;
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const sent = await admin.sendEvent({
      type: 'channel.chat.notification',
      event: chatNotification({
        notice_type: 'resub',
        chatter: chatter(number),
        ...(streamer && { broadcaster: streamer }),
      }),
      message_timestamp: new Date(start + number * 1000).toISOString(),
    });
    ids.push(...sent);
  }
  return ids;
}
