import type { Recording } from '@/lib/domain/channel/recording';
import { SECOND } from '@/lib/time';
import { PLAYER } from '../page/placement';

/** The recording that the page plays: where it begins, and where it ends as far as that is known. */
type Played = Pick<Recording, 'startedAt' | 'endsAt'>;

const EVENTS = ['timeupdate', 'seeking', 'loadedmetadata'];

/**
 * Calls `onSecond` with the second that the page plays, now and after every change, until the signal
 * aborts. The browser reports the changes, whichever element Twitch plays the recording in.
 */
export function watchVideo(
  signal: AbortSignal,
  played: Played,
  onSecond: (second: number) => void,
): void {
  const report = (video: EventTarget | null) => {
    if (isOf(played, video)) onSecond(Math.floor(video.currentTime));
  };
  for (const type of EVENTS) {
    // These events do not bubble, but they can be captured.
    document.addEventListener(type, ({ target }) => report(target), {
      signal,
      capture: true,
      passive: true,
    });
  }
  report(videoOf(played));
}

/** Returns the second that the page plays; 0 if it does not play the recording yet. */
export function playedSecond(): number {
  const video = document.querySelector<HTMLVideoElement>(PLAYER.map(inside).join());
  return Math.floor(video?.currentTime ?? 0);
}

/** Goes to a second of the recording. */
export function seekTo(played: Played, second: number): void {
  const video = videoOf(played);
  if (video !== null) video.currentTime = second;
}

const inside = (player: string) => `${player} video`;

function videoOf(played: Played): HTMLVideoElement | null {
  const videos = document.querySelectorAll('video');
  return [...videos].find((video) => isOf(played, video)) ?? null;
}

/** Previews are outside of the player, and ads in it are far shorter than the recording. */
function isOf({ startedAt, endsAt }: Played, video: EventTarget | null): video is HTMLVideoElement {
  if (!(video instanceof HTMLVideoElement) || !video.matches(PLAYER.map(inside).join())) {
    return false;
  }
  const { duration } = video;
  return endsAt === null || !(2 * SECOND * duration < endsAt - startedAt);
}
