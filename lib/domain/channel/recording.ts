/** Twitch's recording of a broadcast, as far as it is needed to jump into it. */
export interface Recording {
  /** The id of the VOD. */
  id: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds since 1970; `null` while the broadcast goes on. */
  endsAt: number | null;
}

/** A moment in a recording. */
export interface Jump {
  /** The id of the VOD. */
  videoId: string;
  /** Seconds after its start. */
  seconds: number;
}

/** What leads to an event is worth seeing, and Twitch reports some events seconds late. */
const LEAD_IN_MS = 20_000;

/** Returns where the recordings show a time in milliseconds since 1970; `null` if none does. */
export function jumpTo(recordings: readonly Recording[], time: number): Jump | null {
  const recording = recordings.find(
    ({ startedAt, endsAt }) => startedAt <= time && (endsAt === null || time <= endsAt),
  );
  if (recording === undefined) return null;
  const start = Math.max(recording.startedAt, time - LEAD_IN_MS);
  return { videoId: recording.id, seconds: secondOf(recording, start) };
}

/** Returns the first recording that shows a part of a time; `null` if none does. */
export function firstRecording(
  recordings: readonly Recording[],
  { from, until }: { from: number; until: number },
): Recording | null {
  const shown = recordings.filter(
    ({ startedAt, endsAt }) => startedAt < until && (endsAt === null || from < endsAt),
  );
  return shown.toSorted((a, b) => a.startedAt - b.startedAt).at(0) ?? null;
}

/** Returns the place of a time in a recording, in whole seconds after its start. */
export function secondOf({ startedAt }: Recording, time: number): number {
  return Math.max(0, Math.floor((time - startedAt) / 1000));
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** Returns the place in a recording as Twitch's player writes it, such as 1:02:03. */
export function placeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 60;
  return `${Math.floor(seconds / 3600)}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
}

/** Returns the id of the VOD that a path on www.twitch.tv shows, or `null`. */
export function videoOfPath(pathname: string): string | null {
  return /^\/(?:videos|\w+\/v(?:ideo)?)\/(\d{1,20})\/?$/.exec(pathname)?.[1] ?? null;
}

/** Returns the address of a moment: https://help.twitch.tv/s/article/video-on-demand */
export function jumpUrl({ videoId, seconds }: Jump): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const time = `${hours}h${minutes}m${seconds % 60}s`;
  return `https://www.twitch.tv/videos/${encodeURIComponent(videoId)}?t=${time}`;
}
