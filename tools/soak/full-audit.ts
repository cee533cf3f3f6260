import { type Audit, audit } from '../../tests/e2e/faults/audit.ts';
import type { SentEvent } from '../../tests/simulator/core/sent-log.ts';
import { STREAMER } from '../../tests/simulator/world/people/accounts.ts';

type Records = readonly Record<string, unknown>[];

const VIEWER_TYPES: ReadonlySet<string> = new Set([
  'channel.chat.notification',
  'stream.online',
  'stream.offline',
  'channel.update',
]);

/** The extension stores a chat message only if bits or channel points paid for it. */
function isOrdinaryMessage({ cheer, message_type }: SentEvent['event']): boolean {
  return !cheer && message_type === 'text';
}

/** Returns true if the extension of a viewer, who granted no further scopes, stores the event. */
export function isForViewers({ type, event }: Pick<SentEvent, 'type' | 'event'>): boolean {
  if (type === 'channel.chat.message') return !isOrdinaryMessage(event);
  // Incoming raids arrive as chat notifications.
  if (type === 'channel.raid') return event['from_broadcaster_user_id'] === STREAMER.id;
  return VIEWER_TYPES.has(type);
}

/** An audit in both directions: every event has a record, and every record has an event. */
export interface FullAudit extends Audit {
  records: number;
  /** The ids of records of something that never happened. */
  madeUp: string[];
}

function naturalKeyOf({ type, event }: SentEvent): string | null {
  if (type === 'stream.online') return `online:${String(event['id'])}`;
  if (type === 'stream.offline') return `offline:${String(event['id'])}`;
  return null;
}

function hasSameContent(update: SentEvent, detail: unknown): boolean {
  const after = Object(Reflect.get(Object(detail), 'after'));
  const { title, category_name } = update.event;
  return after.title === title && after.category === category_name;
}

/** Returns a function that finds the event of a record, also if the backfill made the record. */
function createMatcher(
  sent: readonly SentEvent[],
): (record: Record<string, unknown>) => SentEvent | undefined {
  const byId = new Map(
    sent.flatMap((event) => event.message_ids.map((id) => [id, event] as const)),
  );
  const byKey = new Map(sent.map((event) => [naturalKeyOf(event), event]));
  const updates = sent.filter(({ type }) => type === 'channel.update');
  return ({ id, natural_key, event_type, detail, created_at }) => {
    const direct = byId.get(String(id)) ?? byKey.get(String(natural_key));
    if (direct !== undefined || event_type !== 'channel_update') return direct;
    return updates.findLast(
      (update) => update.at <= Number(created_at) && hasSameContent(update, detail),
    );
  };
}

/** Compares what happened with the stored events and gaps, in both directions. */
export function fullAudit(sent: readonly SentEvent[], events: Records, gaps: Records): FullAudit {
  const match = createMatcher(sent);
  const recordIds = new Map<number, string[]>();
  const madeUp: string[] = [];
  for (const record of events) {
    const event = match(record);
    if (event === undefined) madeUp.push(String(record['id']));
    else
      recordIds.set(event.number, [...(recordIds.get(event.number) ?? []), String(record['id'])]);
  }
  const matched = sent.map((event) => ({
    ...event,
    message_ids: [...event.message_ids, ...(recordIds.get(event.number) ?? [])],
  }));
  const oneWay = audit(matched, events, gaps);
  const duplicates = [...recordIds.values()].flatMap((ids) => ids.slice(1));
  return {
    ...oneWay,
    duplicates: [...new Set([...oneWay.duplicates, ...duplicates])],
    records: events.length,
    madeUp,
  };
}
