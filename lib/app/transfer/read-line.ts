import * as z from 'zod/mini';
import type { EventDetails, StreamEvent } from '@/lib/domain/event/event';
import { EVENT_KINDS, type EventKind } from '@/lib/domain/event/event-kind';
import { GAP_REASONS, type Gap } from '@/lib/domain/history/gap';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { LineFault } from '@/lib/domain/transfer/fault';
import { FORMAT, FORMAT_VERSION } from '@/lib/domain/transfer/json-lines';
import { MAX_LINE_LENGTH } from '@/lib/domain/transfer/limits';
import { id, text, time } from './schemas/fields';
import { MODERATION } from './schemas/moderation-details';
import { COMMUNITY, STREAM, SUPPORT } from './schemas/public-details';
import { TOGETHER } from './schemas/together-details';

/** What a line of a file says. */
export type Line =
  | { event: StreamEvent & Pick<StoredEvent, 'resumed_at'> }
  | { gap: Gap }
  | { fault: LineFault['fault']; field: string | null }
  /** The first line, or an empty one. */
  | null;

// The compiler checks that there is one for each kind, with the fields that the kind has.
const DETAILS: { [Kind in EventKind]: z.ZodMiniType<EventDetails[Kind]> } = {
  ...SUPPORT,
  ...COMMUNITY,
  ...STREAM,
  ...TOGETHER,
  ...MODERATION,
};

const eventSchema = z.strictObject({
  id,
  streamer_id: id,
  streamer_name: text,
  event_type: z.enum(EVENT_KINDS),
  source_type: text,
  viewer_id: z.nullable(id),
  viewer_login: z.nullable(text),
  viewer_name: z.nullable(text),
  created_at: time,
  found_at: z.exactOptional(time),
  resumed_at: z.exactOptional(time),
  natural_key: z.exactOptional(id),
  thread: z.exactOptional(id),
  detail: z.unknown(),
});

const gapSchema = z.strictObject({
  gap: z.strictObject({ streamer_id: id, from: time, until: time, reason: z.enum(GAP_REASONS) }),
});

const headerSchema = z.object({ format: z.literal(FORMAT), version: z.int() });

/** Reads a line of a file. The first one says whether the file is one that can be read. */
export function readLine(line: string, { isFirst }: { isFirst: boolean }): Line {
  if (line.length > MAX_LINE_LENGTH) return { fault: 'too_long', field: null };
  if (line.trim() === '' && !isFirst) return null;
  const value = parsed(line);
  if (value === undefined) return { fault: isFirst ? 'wrong_format' : 'not_json', field: null };
  if (isFirst) return readHeader(value);
  return isGapLine(value) ? readGap(value) : readEvent(value);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readHeader(value: unknown): Line {
  const header = z.safeParse(headerSchema, value);
  if (!header.success) return { fault: 'wrong_format', field: null };
  if (header.data.version > FORMAT_VERSION) return { fault: 'newer_version', field: null };
  return null;
}

function isGapLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'gap');
}

function readGap(value: unknown): Line {
  const read = z.safeParse(gapSchema, value);
  return read.success ? read.data : wrongField(read.error);
}

function readEvent(value: unknown): Line {
  const read = z.safeParse(eventSchema, value);
  if (!read.success) return wrongField(read.error);
  const detail = z.safeParse<z.ZodMiniType>(DETAILS[read.data.event_type], read.data.detail);
  if (!detail.success) return wrongField(detail.error, 'detail');
  // The kind and its details have just been checked together.
  return { event: { ...read.data, detail: detail.data } as StreamEvent };
}

function wrongField({ issues }: z.core.$ZodError, within?: string): Line {
  const [issue] = issues;
  const names = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(within === undefined ? [] : [within]), ...(issue?.path ?? []), ...names];
  const field = path.map(String).join('.').slice(0, 100);
  return { fault: field === 'event_type' ? 'unknown_kind' : 'wrong_field', field: field || null };
}
