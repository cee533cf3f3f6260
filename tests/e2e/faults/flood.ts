import { setTimeout as wait } from 'node:timers/promises';
import type { AdminClient } from '../../simulator/admin-client.ts';
import type { Person } from '../../simulator/world/people/person.ts';
import { createViewer, sendNotification } from '../support/events.ts';

/** A continuous stream of events. */
export interface Flood {
  /** Stops, and resolves when the last event is sent. Throws what sending threw. */
  stop(): Promise<void>;
}

/**
 * Starts sending an event every `everyMs`, also while the extension does not listen. The streamers
 * take turns.
 */
export function startFlood(
  admin: AdminClient,
  everyMs: number,
  streamers: readonly Person[],
): Flood {
  const stopping = new AbortController();

  async function send(): Promise<void> {
    for (let number = 1; !stopping.signal.aborted; number += 1) {
      const broadcaster = streamers[number % streamers.length];
      const chatter = createViewer(number);
      await sendNotification(admin, {
        notice_type: 'resub',
        chatter,
        ...(broadcaster && { broadcaster }),
      });
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const sending = send();
  return {
    stop: async () => {
      stopping.abort();
      await sending;
    },
  };
}
