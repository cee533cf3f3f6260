import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { videoOfPath } from '@/lib/domain/channel/recording';
import type { Problem } from '@/lib/domain/problem';
import { joinPages, type RecordingPage } from '@/lib/domain/view/recording-page';
import type { send } from '@/lib/messaging/client';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';
import { playedSecond } from './page-video';

/** The recording on the page, which is of somebody in the list. */
export interface RecordingOnPage {
  streamer: IndexedStreamer;
  page: RecordingPage;
  isBusy: boolean;
  /** Why the latest part could not be read. */
  problem: Problem | null;
  /** Reads what is around a second. */
  read: (second: number) => void;
}

/**
 * Returns the recording that the page shows; `null` if it shows none, or one of somebody else. The
 * path does not say whose it is, so the background is asked, also again when the tab is shown again.
 */
export function useRecording(
  pathname: string | undefined,
  index: FeedIndex | undefined,
  { send: sendCommand, isCurrent }: { send: typeof send; isCurrent: boolean },
): RecordingOnPage | null {
  const videoId = pathname === undefined ? null : videoOfPath(pathname);
  const [page, setPage] = useState<RecordingPage | null>(null);
  const videoRef = useRef(videoId);
  useLayoutEffect(() => {
    videoRef.current = videoId;
  });
  const { run, isBusy, problem } = useCommand(async (id: string, second: number) => {
    const reply = await sendCommand('recordings/events', { videoId: id, second });
    const read = reply.ok ? reply.value : null;
    if (read !== null && id === videoRef.current) setPage((known) => joinPages(known, read));
    return reply;
  });
  const ids = index?.streamers.map(({ id }) => id).join();
  useEffect(() => {
    if (videoId !== null && ids !== undefined && ids !== '' && isCurrent) {
      void run(videoId, playedSecond());
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the command is another one at every render
  }, [videoId, ids, isCurrent]);

  if (page === null || videoId === null || page.recording.id !== videoId) return null;
  const streamer = index?.streamers.find(({ id }) => id === page.streamerId);
  if (streamer === undefined) return null;
  return { streamer, page, isBusy, problem, read: (second) => void run(videoId, second) };
}
