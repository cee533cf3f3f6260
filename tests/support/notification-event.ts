import type { StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { MapContext } from '@/lib/twitch/events/mapper';
import { toEvent } from '@/lib/twitch/events/to-event';
import { parseFrame } from '@/lib/twitch/eventsub/session/frame';
import { type Envelope, notificationFrame } from './frames';

/** The envelope of the notification and the context in which it arrives. */
export interface NotificationOptions extends Envelope {
  context?: Partial<MapContext>;
}

/** The time at which a notification arrives. It differs from the timestamp that Twitch sends. */
export const RECEIVED_AT = Date.UTC(2026, 10, 23);

const CONTEXT: MapContext = {
  streamerId: '100',
  streamerName: 'Demo_Streamer',
  channelText: null,
  live: null,
  now: RECEIVED_AT,
};

/** Sends a payload through the parser of frames and the mappers; returns `null` if it is ignored. */
export function hear(
  type: string,
  payload: object,
  { context, ...envelope }: NotificationOptions = {},
): StreamEvent | null {
  const parsed = parseFrame(notificationFrame(type, payload, envelope));
  if (!parsed.ok || parsed.frame.kind !== 'notification') throw new Error('Not a notification.');
  return toEvent(parsed.frame.notification, { ...CONTEXT, ...context });
}

/** Returns the detail of the event that a payload becomes. Throws if its kind is not `kind`. */
export function detailOf(type: string, payload: object, kind: EventKind): unknown {
  const event = hear(type, payload);
  if (event?.event_type !== kind) throw new Error(`Became ${event?.event_type}, not ${kind}.`);
  return event.detail;
}
