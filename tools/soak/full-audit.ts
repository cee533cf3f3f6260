import { type Audit, audit, type Material } from '../../tests/e2e/faults/audit.ts';
import type { SentEvent } from '../../tests/simulator/core/sent-log.ts';
import { expectationOf, rolesOf } from './expectation.ts';

/** An audit in both directions: every event has a record, and every record has an event. */
export interface FullAudit extends Audit {
  records: number;
  /** The ids of records of something that never happened. */
  madeUp: string[];
}

/** Returns true for an event that must be stored unless it is in a gap. */
type IsDue = (event: SentEvent) => boolean;

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

/** Compares what happened on one channel with its stored events and gaps, in both directions. */
function auditOf({ sent, events, gaps }: Material, id: string, isDue: IsDue): FullAudit {
  const happened = sent.filter(({ streamer_id }) => streamer_id === id);
  const records = events.filter(({ streamer_id }) => streamer_id === id);
  const match = createMatcher(happened);
  const recordIds = new Map<number, string[]>();
  const madeUp: string[] = [];
  for (const record of records) {
    const event = match(record);
    if (event === undefined) madeUp.push(String(record['id']));
    else
      recordIds.set(event.number, [...(recordIds.get(event.number) ?? []), String(record['id'])]);
  }
  const matched = happened
    .filter((event) => isDue(event) || recordIds.has(event.number))
    .map((event) => ({
      ...event,
      message_ids: [...event.message_ids, ...(recordIds.get(event.number) ?? [])],
    }));
  const oneWay = audit({ sent: matched, events: records, gaps }, id);
  const duplicates = [...recordIds.values()].flatMap((ids) => ids.slice(1));
  return {
    ...oneWay,
    duplicates: [...new Set([...oneWay.duplicates, ...duplicates])],
    records: records.length,
    madeUp,
  };
}

/** Audits each streamer; the first one is the favorite. */
export function fullAudits(material: Material, streamers: readonly { id: string }[]): FullAudit[] {
  const roles = rolesOf(streamers);
  const isDue = (event: SentEvent) => expectationOf(event, roles) === 'stored';
  return streamers.map(({ id }) => auditOf(material, id, isDue));
}
