import { useEffect, useState } from 'preact/hooks';
import type { Gap } from '@/lib/domain/history/gap';
import { gapsAbove } from '@/lib/domain/view/gap-marks';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { Announcer } from './Announcer';
import styles from './EventList.module.css';
import { EventRow } from './EventRow';
import { GapMark } from './GapMark';

const NONE: readonly Gap[] = [];

interface EventListProps {
  rows: readonly RowView[];
  /** Newest first. What is stored by an earlier version of the extension knows of none. */
  gaps?: readonly Gap[] | undefined;
}

/** The recent events of one streamer, newest first. Give it the streamer's id as its key. */
export function EventList({ rows, gaps = NONE }: EventListProps) {
  // What was there at first is not new, and neither is what comes back as rows above it fold.
  const [shownUpTo, setShownUpTo] = useState(Infinity);
  useEffect(() => setShownUpTo(Math.max(0, ...rows.map(({ lastSeq }) => lastSeq))), [rows]);

  const above = gapsAbove(rows, gaps);
  return (
    <>
      {rows.length === 0 && gaps.map((gap) => <GapMark key={gap.until} gap={gap} />)}
      {/* A list without its markers is no list to some screen readers unless it says so. */}
      {rows.length > 0 && (
        <ol class={styles.list} role="list" aria-label={t('feed.list')}>
          {rows.map((row) => (
            <EventRow
              key={row.id}
              row={row}
              gaps={above.get(row.id)}
              isNew={row.lastSeq > shownUpTo}
            />
          ))}
        </ol>
      )}
      <Announcer newest={rows[0]} />
    </>
  );
}
