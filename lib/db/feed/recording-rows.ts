import type { Recording } from '@/lib/domain/channel/recording';
import { type Filter, isFiltering, isKindShown } from '@/lib/domain/filter/filter';
import { mayPass, passes } from '@/lib/domain/filter/filter-rule';
import type { StoredEvent } from '@/lib/domain/row/row';
import { type MomentSettings, sizesFor } from '@/lib/domain/view/moments';
import type { RecordingPage } from '@/lib/domain/view/recording-page';
import { viewOf } from '@/lib/domain/view/row-view';
import { MINUTE } from '@/lib/time';
import { channelOf } from '../channels';
import type { Database } from '../database';
import { gapsDuring } from '../history/gaps-during';
import { rowOf } from './rows';

/** The part of a recording to read. */
export interface RecordingQuery {
  streamerId: string;
  recording: Recording;
  /** Rows on both sides of this time are read, in milliseconds since 1970. */
  around: number;
  filter: Filter;
  /** What a moment is. */
  moments: MomentSettings;
  now: number;
}

/** The most rows on one side. */
const MAX_ROWS = 200;
/** The most anchors of rows that are looked at on one side; some of them may be filtered. */
const MAX_READ = 1000;
/** Twitch reports the beginning and the end of a broadcast not to the second. */
const MARGIN_MS = MINUTE;

/** Reads the rows of a broadcast around a time of its recording. The work is bounded. */
export async function readRecordingRows(
  db: Database,
  query: RecordingQuery,
): Promise<RecordingPage> {
  const { streamerId, recording, filter, moments, now } = query;
  const begin = recording.startedAt - MARGIN_MS;
  const end = recording.endsAt === null ? now : recording.endsAt + MARGIN_MS;
  const around = Math.min(Math.max(query.around, begin), end);
  const [channel, gaps, before, after] = await Promise.all([
    channelOf(db, streamerId),
    gapsDuring(db, streamerId, { from: recording.startedAt, until: recording.endsAt ?? now }),
    anchorsIn(db, query, { range: [begin, around], isBackwards: true }),
    anchorsIn(db, query, { range: [around, end], isBackwards: false }),
  ]);
  const anchors = new Map(
    [...before.anchors.toReversed(), ...after.anchors].map((anchor) => [anchor.seq, anchor]),
  );
  const rows = await Promise.all([...anchors.values()].map((anchor) => rowOf(db, anchor)));
  const context = { sizes: sizesFor(moments, channel?.moment_sizes), recordings: [recording] };
  return {
    streamerId,
    recording,
    rows: rows.filter((row) => passes(row, filter)).map((row) => viewOf(row, context)),
    gaps,
    from: before.readTo,
    until: after.readTo,
    isFiltered: isFiltering(filter),
  };
}

interface Side {
  range: [from: number, until: number];
  isBackwards: boolean;
}

/** Returns anchors that may pass, in the order of reading, and the time up to which all are read. */
async function anchorsIn(
  db: Database,
  { streamerId, filter }: Pick<RecordingQuery, 'streamerId' | 'filter'>,
  { range: [from, until], isBackwards }: Side,
): Promise<{ anchors: StoredEvent[]; readTo: number }> {
  const all = db.events
    .where('[streamer_id+row_at]')
    .between([streamerId, from], [streamerId, until], true, true);
  const read = await (isBackwards ? all.reverse() : all).limit(MAX_READ).toArray();
  const shown = read.filter(
    (anchor) => isKindShown(anchor.event_type, filter) && mayPass(anchor, filter),
  );
  const anchors = shown.slice(0, MAX_ROWS);
  const last = shown.length > MAX_ROWS ? anchors.at(-1) : read[MAX_READ - 1];
  const end = isBackwards ? from : until;
  return { anchors, readTo: last?.row_at ?? end };
}
