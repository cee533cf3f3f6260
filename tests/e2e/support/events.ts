import type { AdminClient } from '../../simulator/admin-client.ts';
import {
  type ChatNotificationOptions,
  chatNotification,
} from '../../simulator/shapes/chat/chat-notification.ts';
import type { Person } from '../../simulator/world/people/person.ts';

/** Sends events from the simulated Twitch. Each step returns the message ids in sending order. */

/** Sends one chat notification, such as a sub or a raid, at a time if one is named. */
export async function sendNotification(
  admin: AdminClient,
  options: ChatNotificationOptions,
  time?: string,
): Promise<string[]> {
  return await admin.sendEvent({
    type: 'channel.chat.notification',
    event: chatNotification(options),
    ...(time !== undefined && { message_timestamp: time }),
  });
}

/** Creates the viewer with a number. */
export function createViewer(number: number): Person {
  return { id: `${7000 + number}`, login: `viewer_${number}`, name: `Viewer_${number}` };
}

/** Sends `count` resubs of `Viewer_1` to `Viewer_<count>`, one second apart, the last one now. */
export async function sendResubs(
  admin: AdminClient,
  count: number,
  broadcaster?: Person,
): Promise<string[]> {
  const start = Date.now() - count * 1000;
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const resub = {
      notice_type: 'resub',
      chatter: createViewer(number),
      ...(broadcaster && { broadcaster }),
    };
    const time = new Date(start + number * 1000).toISOString();
    ids.push(...(await sendNotification(admin, resub, time)));
  }
  return ids;
}

/** Sends a gift bomb of `Viewer_1` with `total` recipients, `Viewer_1` to `Viewer_<total>`. */
export async function sendGiftBomb(admin: AdminClient, total: number): Promise<void> {
  const chatter = createViewer(1);
  const id = `bomb-of-${total}`;
  await sendNotification(admin, {
    notice_type: 'community_sub_gift',
    chatter,
    community_sub_gift: { id, total },
  });
  for (let number = 1; number <= total; number += 1) {
    const recipient = createViewer(number);
    await sendNotification(admin, {
      notice_type: 'sub_gift',
      chatter,
      sub_gift: {
        community_gift_id: id,
        recipient_user_id: recipient.id,
        recipient_user_login: recipient.login,
        recipient_user_name: recipient.name,
      },
    });
  }
}
