import type { ChannelState } from '../channel/channel';
import type { Recording } from '../channel/recording';
import { isLiveBroadcast } from '../event/broadcast';
import type { EventOf } from '../event/event';

/** A broadcast, as far as it is known. Times are in milliseconds since 1970. */
export interface Broadcast {
  /** What an address calls it. */
  id: string;
  /** Everything that it has been called, with `id`: it is called otherwise once more is known. */
  names: readonly string[];
  streamerId: string;
  from: number;
  /** False if only its end is known; then `from` is that. */
  isStartKnown: boolean;
  /** When it ended; `null` while it goes on, and if its end is not known. */
  until: number | null;
  /** True if it goes on, as far as the extension has heard. */
  isLive: boolean;
  /** When the next one began; `null` if there was none. */
  nextFrom: number | null;
}

/** What is known of the broadcasts of one streamer. */
export interface BroadcastTraces {
  streamerId: string;
  /** In any order. */
  starts: readonly EventOf<'stream_online'>[];
  ends: readonly EventOf<'stream_offline'>[];
  recordings: readonly Recording[];
  live: ChannelState['live'];
  /** Since when the log knows the streamer; `null` if it does not. */
  since: number | null;
}

/** Ten minutes: Twitch begins a recording some time after the broadcast. */
const RECORDING_DELAY_MS = 600_000;

/** A broadcast in the making. */
interface Draft {
  names: string[];
  streamId: string | null;
  from: number | null;
  until: number | null;
  isLive: boolean;
  /** False for a rerun and the like, which the streamer does not attend. */
  isShown: boolean;
}

/**
 * Returns the broadcasts of a streamer, the oldest first: those that the log reports, that are live, or
 * that Twitch has recorded since the streamer is in the log.
 */
export function broadcastsOf(traces: BroadcastTraces): Broadcast[] {
  const { streamerId } = traces;
  const drafts = traces.starts.map(startedDraft).toSorted(byStart);
  for (const end of traces.ends) addEnd(drafts, end);
  if (traces.live !== null) addLive(drafts, traces.live, streamerId);
  for (const recording of traces.recordings) addRecording(drafts, recording, traces);
  const shown = drafts.filter(({ isShown }) => isShown).toSorted(byStart);
  return shown.map(({ names, until, isLive, ...draft }, index) => {
    const next = shown[index + 1];
    return {
      id: names[0] ?? '',
      names,
      streamerId,
      from: startOf(draft, until),
      isStartKnown: draft.from !== null,
      until,
      isLive,
      nextFrom: next === undefined ? null : startOf(next, next.until),
    };
  });
}

function startedDraft({ id, created_at, detail }: EventOf<'stream_online'>): Draft {
  const streamId = detail.streamId || null;
  return {
    names: [id],
    streamId,
    // A broadcast that went on is reported late.
    from: Math.min(detail.startedAt, created_at),
    until: null,
    isLive: false,
    isShown: isLiveBroadcast(detail),
  };
}

/** Something is always known: the start, or else the end. */
const startOf = ({ from }: Pick<Draft, 'from'>, until: number | null): number => from ?? until ?? 0;

function byStart(a: Draft, b: Draft): number {
  return startOf(a, a.until) - startOf(b, b.until);
}

function addEnd(drafts: Draft[], end: EventOf<'stream_offline'>): void {
  const { streamId, startedAt } = end.detail;
  const ended = streamId === null ? runningAt(drafts, end.created_at) : ofStream(drafts, streamId);
  if (ended !== undefined) {
    ended.until ??= Math.max(end.created_at, startOf(ended, null));
    ended.names.push(end.id);
    return;
  }
  // An end of which nothing else is known says nothing of a broadcast.
  if (streamId === null && startedAt === null) return;
  drafts.push({
    names: [end.id],
    streamId,
    from: startedAt === null ? null : Math.min(startedAt, end.created_at),
    until: end.created_at,
    isLive: false,
    isShown: true,
  });
}

function ofStream(drafts: readonly Draft[], streamId: string): Draft | undefined {
  return drafts.find((draft) => draft.streamId === streamId);
}

/** Returns the broadcast that an end without an id ends: the latest one before it, unless it has one. */
function runningAt(drafts: readonly Draft[], time: number): Draft | undefined {
  const begun = drafts.filter(({ from }) => from !== null && from <= time);
  const latest = begun.toSorted(byStart).at(-1);
  return latest?.until === null ? latest : undefined;
}

function addLive(
  drafts: Draft[],
  { streamId, startedAt }: NonNullable<ChannelState['live']>,
  streamerId: string,
): void {
  const known = drafts.find((draft) =>
    streamId === '' ? draft.from === startedAt : draft.streamId === streamId,
  );
  const name = `live:${streamerId}:${streamId || startedAt}`;
  if (known !== undefined) {
    known.names.push(name);
    known.isLive = known.until === null;
    return;
  }
  drafts.push({
    names: [name],
    streamId: streamId || null,
    from: startedAt,
    until: null,
    isLive: true,
    isShown: true,
  });
}

function addRecording(
  drafts: Draft[],
  { id, startedAt, endsAt }: Recording,
  { streamerId, since }: BroadcastTraces,
): void {
  const span = { from: startedAt, until: endsAt ?? Number.POSITIVE_INFINITY };
  const name = `video:${streamerId}:${id}`;
  const known = drafts.find((draft) => isRecordedBy(draft, span));
  if (known !== undefined) {
    known.names.push(name);
    known.from ??= startedAt;
    if (!known.isLive) known.until ??= endsAt;
    return;
  }
  if (since === null || span.until <= since) return;
  drafts.push({
    names: [name],
    streamId: null,
    from: startedAt,
    until: endsAt,
    isLive: false,
    isShown: true,
  });
}

/** Returns true if a recording shows a broadcast, or a part of it. */
function isRecordedBy(draft: Draft, recording: { from: number; until: number }): boolean {
  const { from, until, isLive } = draft;
  if (from === null) {
    const end = until ?? 0;
    return recording.from < end && end <= recording.until + RECORDING_DELAY_MS;
  }
  if (Math.abs(recording.from - from) <= RECORDING_DELAY_MS) return true;
  if (isLive) return recording.from > from;
  return until !== null && recording.from < until && from < recording.until;
}

/** Returns the streamer whom the name of a broadcast contains; `null` for the id of an event. */
export function streamerInName(name: string): string | null {
  return /^(?:live|video):(\d{1,20}):\d{1,20}$/.exec(name)?.[1] ?? null;
}
