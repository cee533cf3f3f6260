import { useEffect, useRef, useState } from 'preact/hooks';
import { EventIcon } from '@/components/feed/EventIcon';
import { MessageText } from '@/components/text/MessageText';
import type { RowView } from '@/lib/domain/view/row-view';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import { SECOND } from '@/lib/time';
import styles from './FullscreenMoments.module.css';

const SHOWN_FOR_MS = 4 * SECOND;

interface FullscreenMomentsProps {
  feed: ShownFeed;
  choice: PanelChoice;
}

/** Shows moments while a video fills the screen, if the user wants them there. */
export function FullscreenMoments({ feed, choice }: FullscreenMomentsProps) {
  if (choice.showsMomentsInFullscreen !== true) return null;
  return <MomentLine key={feed.streamer?.id} rows={feed.rows} />;
}

const momentsOf = (rows: readonly RowView[]) => rows.filter(({ weight }) => weight === 'moment');

/**
 * Shows each new moment for some seconds. The line is a popover, which lies over the element in
 * fullscreen without being a part of it, and lets the pointer through.
 */
function MomentLine({ rows }: { rows: readonly RowView[] }) {
  const line = useRef<HTMLDivElement>(null);
  /** A gift bomb grows into a moment, so it is not enough to know the newest row. */
  const knownRef = useRef(new Set(momentsOf(rows).map(({ id }) => id)));
  const [shown, setShown] = useState<RowView | null>(null);
  useEffect(() => {
    const moments = momentsOf(rows);
    const newest = moments.find(({ id }) => !knownRef.current.has(id));
    for (const { id } of moments) knownRef.current.add(id);
    if (newest !== undefined) setShown(newest);
  }, [rows]);
  useEffect(() => {
    if (shown === null) return undefined;
    line.current?.showPopover();
    const timer = setTimeout(() => setShown(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  if (shown === null) return null;
  return (
    <div
      ref={line}
      key={shown.id}
      class={styles.line}
      popover="manual"
      // Its links would take the focus for the seconds that they are there.
      inert
      data-theme="dark"
    >
      <EventIcon row={shown} />
      <p class={styles.text}>
        <MessageText message={shown.message} />
      </p>
    </div>
  );
}
