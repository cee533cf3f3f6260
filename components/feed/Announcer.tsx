import { useEffect, useRef, useState } from 'preact/hooks';
import { LiveRegion } from '@/components/ui/LiveRegion';
import type { RowView } from '@/lib/domain/view/row-view';
import { plainText } from '@/lib/i18n/text';
import { type Clock, SECOND, systemClock } from '@/lib/time';

/** A gift bomb must not make a screen reader talk without end. */
const PAUSE = 5 * SECOND;

interface AnnouncerProps {
  newest: RowView | undefined;
  clock?: Clock;
}

/**
 * Tells screen readers of the newest event, not more often than every few seconds. A row that others
 * were folded into is nothing that they have not been told.
 */
export function Announcer({ newest, clock = systemClock }: AnnouncerProps) {
  const [words, setWords] = useState('');
  const told = useRef({ id: newest?.id, seq: newest?.lastSeq ?? 0, at: 0 });

  useEffect(() => {
    const { id, seq } = told.current;
    if (newest === undefined || newest.id === id || newest.lastSeq <= seq) return undefined;
    const wait = Math.max(0, told.current.at + PAUSE - clock.now());
    return clock.after(wait, () => {
      told.current = { id: newest.id, seq: newest.lastSeq, at: clock.now() };
      setWords(plainText(newest.told));
    });
  }, [newest, clock]);

  return <LiveRegion>{words}</LiveRegion>;
}
