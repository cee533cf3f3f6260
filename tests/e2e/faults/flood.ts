import { setTimeout as wait } from 'node:timers/promises';
import type { AdminClient } from '../../simulator/admin-client.ts';
import { chatNotification } from '../../simulator/shapes/chat/chat-notification.ts';

/** Events one after another, until they are stopped. */
export interface Flood {
  /** Stops; resolves when the last event is out. Throws what sending threw. */
  stop(): Promise<void>;
}

/** Starts sending an event of the favorite's every `everyMs`, whether or not anybody listens. */
export function startFlood(admin: AdminClient, everyMs: number): Flood {
  const stopping = new AbortController();

  async function send(): Promise<void> {
    for (let number = 1; !stopping.signal.aborted; number += 1) {
      const chatter = {
        id: `${7000 + number}`,
        login: `viewer_${number}`,
        name: `Viewer_${number}`,
      };
      const event = chatNotification({ notice_type: 'resub', chatter });
      await admin.sendEvent({ type: 'channel.chat.notification', event });
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = send();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
