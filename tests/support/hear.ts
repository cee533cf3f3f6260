import type { StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { MapContext } from '@/lib/twitch/events/mapper';
import { toEvent } from '@/lib/twitch/events/to-event';
import { parseFrame } from '@/lib/twitch/eventsub/socket/frame';
import { type Envelope, notificationFrame } from './frames';

/** What a test knows and says beside the payload. */
export interface Hearing extends Envelope {
  context?: Partial<MapContext>;
}

/** When the test's own clock says a notification came in; Twitch's time differs. */
export const HEARD_AT = Date.UTC(2026, 10, 23);

const CONTEXT: MapContext = {
  streamerId: '100',
  streamerName: 'Demo_Streamer',
  channelText: null,
  live: null,
  now: HEARD_AT,
};

/** What a notification becomes on its whole way, from the text of its frame. */
export function hear(type: string, payload: object, hearing: Hearing = {}): StreamEvent | null {
  const { context, ...envelope } = hearing;
  const parsed = parseFrame(notificationFrame(type, payload, envelope));
  if (!parsed.ok || parsed.frame.kind !== 'notification') throw new Error('Not a notification.');
  return toEvent(parsed.frame.notification, { ...CONTEXT, ...context });
}

/** The same for a notification that must become an event of `kind`; gives its detail. */
export function hearDetail(type: string, payload: object, kind: EventKind): unknown {
  const event = hear(type, payload);
  if (event?.event_type !== kind) throw new Error(`Became ${event?.event_type}, not ${kind}.`);
  return event.detail;
}
