import { useMemo, useState } from 'preact/hooks';
import { MessageText } from '@/components/text/MessageText';
import { familyStyle } from '@/components/ui/palette';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { Gap } from '@/lib/domain/history/gap';
import { sanitize } from '@/lib/domain/untrusted-text';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { EventIcon } from './EventIcon';
import styles from './EventRow.module.css';
import { lookOfRow } from './event-look';
import { GapMark } from './GapMark';
import { People } from './People';

interface EventRowProps {
  row: RowView;
  /** The gaps between it and the row above it. */
  gaps?: readonly Gap[] | undefined;
  /** Whether it came while the list was being watched. */
  isNew: boolean;
}

/**
 * One row of a list of events. Rows reach a screen as fresh copies whenever any of them changes;
 * one that did not itself change is not rendered again.
 */
export function EventRow({ row, gaps, isNew }: EventRowProps) {
  const [wasNew] = useState(isNew);
  // One of these grows with whatever joins the row or takes the place of something in it.
  const { id, lastSeq, changedAt } = row;
  return useMemo(
    () => <Item row={row} gaps={gaps} isNew={wasNew} />,
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the copy of an unchanged row is not a change
    [id, lastSeq, changedAt, gaps?.map(({ from, until }) => [from, until]).join(), wasNew],
  );
}

function Item({ row, gaps, isNew }: EventRowProps) {
  const words = sanitize(row.words);
  return (
    <li
      class={styles.row}
      data-important={row.isImportant}
      data-new={isNew}
      style={familyStyle(lookOfRow(row).family)}
      data-event-id={row.id}
      data-event-type={row.kind}
    >
      {gaps?.map((gap) => (
        <GapMark key={gap.until} gap={gap} />
      ))}
      <EventIcon row={row} />
      <div class={styles.body}>
        <p class={styles.sentence}>
          <MessageText told={row.told} />{' '}
          <RelativeTime time={row.createdAt} language={t('app.language')} class={styles.time} />{' '}
          {row.isFoundLater && (
            <span class={styles.time} title={t('gap.found_why')}>
              {t('gap.found')}
            </span>
          )}
        </p>
        {words !== '' && (
          <p class={styles.words} dir="auto" title={words}>
            {words}
          </p>
        )}
        <More row={row} />
      </div>
    </li>
  );
}

function More({ row: { more, people } }: { row: RowView }) {
  if (more === null) return null;
  if (people.length > 0) return <People people={people} told={more} />;
  return (
    <p class={styles.more}>
      <MessageText told={more} />
    </p>
  );
}
