import { useEffect, useRef, useState } from 'preact/hooks';
import { plainText } from '@/components/text/text';
import { Polite } from '@/components/ui/Polite';
import type { RowView } from '@/lib/domain/row-view';
import { type Clock, SECOND, systemClock } from '@/lib/time';

/** A gift bomb must not make a screen reader talk without end. */
const PAUSE = 5 * SECOND;

interface AnnouncerProps {
  newest: RowView | undefined;
  clock?: Clock;
}

/** Tells screen readers of the newest event, not more often than every few seconds. */
export function Announcer({ newest, clock = systemClock }: AnnouncerProps) {
  const [words, setWords] = useState('');
  const told = useRef({ id: newest?.id, at: 0 });

  useEffect(() => {
    if (newest === undefined || newest.id === told.current.id) return undefined;
    const wait = Math.max(0, told.current.at + PAUSE - clock.now());
    return clock.after(wait, () => {
      told.current = { id: newest.id, at: clock.now() };
      setWords(plainText(newest.told));
    });
  }, [newest, clock]);

  return <Polite>{words}</Polite>;
}
