import { type Audit, audit } from '../../tests/e2e/faults/audit.ts';
import type { Sent } from '../../tests/simulator/core/sent-log.ts';
import { STREAMER } from '../../tests/simulator/world/people/accounts.ts';

type Records = readonly Record<string, unknown>[];

const TOLD_TO_VIEWERS: ReadonlySet<string> = new Set([
  'channel.chat.notification',
  'stream.online',
  'stream.offline',
  'channel.update',
]);

/** Ordinary chat is neither stored nor shown; what bits or channel points paid for is. */
function isOrdinary({ cheer, message_type }: Sent['event']): boolean {
  return !cheer && message_type === 'text';
}

/** Whether what happened is among what a viewer without rights is to find in the log. */
export function isForViewers({ type, event }: Sent): boolean {
  if (type === 'channel.chat.message') return !isOrdinary(event);
  // Raids that come in are told by chat.
  if (type === 'channel.raid') return event['from_broadcaster_user_id'] === STREAMER.id;
  return TOLD_TO_VIEWERS.has(type);
}

/** What became of everything, looked at from both sides. */
export interface Ledger extends Audit {
  records: number;
  /** Records that tell of nothing that happened. */
  madeUp: string[];
}

function keyOf({ type, event }: Sent): string | null {
  if (type === 'stream.online') return `online:${String(event['id'])}`;
  if (type === 'stream.offline') return `offline:${String(event['id'])}`;
  return null;
}

function saysTheSame(update: Sent, detail: unknown): boolean {
  const after = Object(Reflect.get(Object(detail), 'after'));
  const { title, category_name } = update.event;
  return after.title === title && after.category === category_name;
}

/** Finds what records tell of: by the message's id, or by what Helix told of the same thing. */
function createMatcher(
  sent: readonly Sent[],
): (record: Record<string, unknown>) => Sent | undefined {
  const byId = new Map(sent.flatMap((one) => one.message_ids.map((id) => [id, one] as const)));
  const byKey = new Map(sent.map((one) => [keyOf(one), one]));
  const updates = sent.filter(({ type }) => type === 'channel.update');
  return ({ id, natural_key, event_type, detail, created_at }) => {
    const direct = byId.get(String(id)) ?? byKey.get(String(natural_key));
    if (direct !== undefined || event_type !== 'channel_update') return direct;
    return updates.findLast((one) => one.at <= Number(created_at) && saysTheSame(one, detail));
  };
}

/**
 * Compares what happened with the records of the log and with the gaps: each happening is stored once
 * or within a gap, and each record tells of one that happened.
 */
export function balance(sent: readonly Sent[], events: Records, gaps: Records): Ledger {
  const match = createMatcher(sent);
  const idsOf = new Map<number, string[]>();
  const madeUp: string[] = [];
  for (const record of events) {
    const one = match(record);
    if (one === undefined) madeUp.push(String(record['id']));
    else idsOf.set(one.number, [...(idsOf.get(one.number) ?? []), String(record['id'])]);
  }
  const claimed = sent.map((one) => ({
    ...one,
    message_ids: [...one.message_ids, ...(idsOf.get(one.number) ?? [])],
  }));
  const told = audit(claimed, events, gaps);
  const toldAgain = [...idsOf.values()].flatMap((ids) => ids.slice(1));
  return {
    ...told,
    twice: [...new Set([...told.twice, ...toldAgain])],
    records: events.length,
    madeUp,
  };
}
