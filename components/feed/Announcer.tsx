import { useEffect, useRef, useState } from 'preact/hooks';
import { LiveRegion } from '@/components/ui/LiveRegion';
import type { RowView } from '@/lib/domain/view/row-view';
import { plainText } from '@/lib/i18n/text';
import { type Clock, SECOND, systemClock } from '@/lib/time';

/** The shortest time between two announcements: a gift bomb must not flood screen readers. */
const MIN_INTERVAL = 5 * SECOND;

interface AnnouncerProps {
  newest: RowView | undefined;
  clock?: Clock;
}

/**
 * Announces the newest event to screen readers, at most once every few seconds. A row that is on
 * top only because newer rows were grouped into it is not announced again.
 */
export function Announcer({ newest, clock = systemClock }: AnnouncerProps) {
  const [text, setText] = useState('');
  const announced = useRef({ id: newest?.id, seq: newest?.lastSeq ?? 0, at: 0 });

  useEffect(() => {
    const { id, seq } = announced.current;
    if (newest === undefined || newest.id === id || newest.lastSeq <= seq) return undefined;
    const wait = Math.max(0, announced.current.at + MIN_INTERVAL - clock.now());
    return clock.after(wait, () => {
      announced.current = { id: newest.id, seq: newest.lastSeq, at: clock.now() };
      setText(plainText(newest.message));
    });
  }, [newest, clock]);

  return <LiveRegion>{text}</LiveRegion>;
}
