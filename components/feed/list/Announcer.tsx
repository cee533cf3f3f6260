import { useEffect, useRef, useState } from 'preact/hooks';
import { LiveRegion } from '@/components/ui/LiveRegion';
import type { RowView } from '@/lib/domain/view/row-view';
import { plainText, t } from '@/lib/i18n/text';
import { type Clock, SECOND, systemClock } from '@/lib/time';

/** The shortest time between two announcements: a gift bomb must not flood screen readers. */
const MIN_INTERVAL = 5 * SECOND;

interface AnnouncerProps {
  /** Newest first. */
  rows: readonly RowView[];
  /** The number of new rows that wait until the list is no longer held still. */
  waiting?: number;
  clock?: Clock;
}

const newestOf = (rows: readonly RowView[]): number =>
  Math.max(0, ...rows.map(({ newSeq }) => newSeq));

/** Returns what is new since `seq`, in words; `null` if nothing is. */
function news(rows: readonly RowView[], seq: number): string | null {
  const fresh = rows.filter(({ newSeq }) => newSeq > seq);
  const count = fresh.length;
  const [newest] = fresh;
  if (newest === undefined) return null;
  const last = newest.message;
  return count === 1 ? plainText(last) : t('list.announced', { count, last }, count);
}

/**
 * Tells screen readers of new events, at most once every few seconds: how many there are, and the
 * newest of them; or how many wait. A row that has only grown is not announced again.
 */
export function Announcer({ rows, waiting = 0, clock = systemClock }: AnnouncerProps) {
  const [text, setText] = useState('');
  const announced = useRef({ seq: newestOf(rows), at: 0 });

  useEffect(() => {
    const { seq, at } = announced.current;
    const isWaiting = waiting > 0;
    const words = isWaiting ? t('list.waiting', { count: waiting }, waiting) : news(rows, seq);
    if (words === null || words === text) return undefined;
    return clock.after(Math.max(0, at + MIN_INTERVAL - clock.now()), () => {
      const upTo = isWaiting ? seq : Math.max(seq, newestOf(rows));
      announced.current = { seq: upTo, at: clock.now() };
      setText(words);
    });
  }, [rows, waiting, text, clock]);

  return <LiveRegion>{text}</LiveRegion>;
}
