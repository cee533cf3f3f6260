import { isResumed } from '../channel/broadcast';
import type { EventOf, StreamEvent } from '../event/event';
import { offlineKey, onlineKey } from '../event/natural-key';
import type { StoredEvent } from '../row/row';

/** The fields of the log that an event has only once it is stored. */
type LogFields = Partial<Pick<StoredEvent, 'seq' | 'row_at' | 'resumed_at'>>;

/** What the log knows of one broadcast. Events without `seq` are not stored yet. */
export interface BroadcastReports {
  online: (EventOf<'stream_online'> & LogFields) | null;
  end: (EventOf<'stream_offline'> & LogFields) | null;
}

/** The latest reports of a streamer's broadcasts. */
export interface LatestReports {
  /** The latest report that a broadcast is live, with its time in milliseconds since 1970. */
  online: { streamId: string; at: number } | null;
  end: EventOf<'stream_offline'> | null;
}

/** Without any report. */
export const NO_REPORTS: LatestReports = { online: null, end: null };

/** A report that a broadcast is live, or that it has ended. */
export type BroadcastReport = (EventOf<'stream_online'> | EventOf<'stream_offline'>) & {
  detail: { streamId: string };
};

/** Returns true if an event is a {@link BroadcastReport}. */
export function isBroadcastReport(event: StreamEvent): event is BroadcastReport {
  if (event.event_type === 'stream_online') {
    return event.natural_key === onlineKey(event.detail.streamId);
  }
  if (event.event_type !== 'stream_offline' || event.detail.streamId === null) return false;
  return event.natural_key === offlineKey(event.detail.streamId);
}

/**
 * Returns what the log knows after one more report. A broadcast has one beginning and at most one
 * end, whatever the order of its reports: Twitch reports each several times if the encoder loses
 * its connection. An end is withdrawn when the broadcast goes on, and a later end replaces it.
 */
export function withReport(known: BroadcastReports, report: BroadcastReport): BroadcastReports {
  return report.event_type === 'stream_online' ? withOnline(known, report) : withEnd(known, report);
}

function withOnline(known: BroadcastReports, report: EventOf<'stream_online'>): BroadcastReports {
  const { online, end } = known;
  const goesOn = end === null || isResumed(report, end);
  if (online === null) {
    if (end === null || !goesOn) return { online: report, end };
    return { online: { ...report, resumed_at: report.created_at }, end: null };
  }
  const isNewer = report.created_at > (online.resumed_at ?? online.created_at);
  if (!isNewer || !goesOn) return known;
  return { online: { ...online, resumed_at: report.created_at }, end: null };
}

function withEnd({ online, end }: BroadcastReports, report: EventOf<'stream_offline'>) {
  const resumedAt = online?.resumed_at ?? Number.NEGATIVE_INFINITY;
  // A backfilled end has no message that could be late: Helix returned no stream.
  const isWithdrawn = report.found_at === undefined && report.created_at <= resumedAt;
  if (isWithdrawn) return { online, end };
  if (end === null) return { online, end: report };
  return { online, end: isLaterEnd(report, end) ? replaced(end, report) : end };
}

/** A backfilled end has an estimated time, so it never replaces the time that Twitch sent. */
function isLaterEnd(report: EventOf<'stream_offline'>, end: EventOf<'stream_offline'>): boolean {
  if (report.found_at !== undefined && end.found_at === undefined) return false;
  return report.created_at > end.created_at;
}

/** Keeps the id and the arrival number, because a list may show the row. */
function replaced(
  { id, seq, row_at }: NonNullable<BroadcastReports['end']>,
  report: EventOf<'stream_offline'>,
): BroadcastReports['end'] {
  return {
    ...report,
    id,
    ...(seq !== undefined && { seq }),
    ...(row_at !== undefined && { row_at: report.created_at }),
  };
}
