import { EventIcon } from '@/components/feed/EventIcon';
import { MessageText } from '@/components/text/MessageText';
import type { TimelineSlot } from '@/lib/domain/history/timeline';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { HistoryLink } from '../../HistoryLink';
import { rowsOf } from '../rows-of';
import { clockText } from '../start-text';
import { JumpLink } from './JumpLink';
import type { TimelineContext } from './SlotDetails';
import styles from './Timeline.module.css';

interface HighlightsProps extends TimelineContext {
  slots: readonly TimelineSlot[];
  /** The oldest first. */
  rows: readonly RowView[];
}

/** The rows that the timeline marks: each leads to its place among the events, and to its moment. */
export function Highlights({ slots, rows, broadcast, recordings, go }: HighlightsProps) {
  if (rows.length === 0) return null;
  return (
    <section class={styles.highlights}>
      <h3 class={styles.title}>{t('broadcasts.highlights')}</h3>
      <ol class={styles.marks} role="list" aria-label={t('broadcasts.highlights')}>
        {rows.map((row) => {
          const slot = slots.find(({ until }) => row.createdAt < until);
          return (
            <li key={row.id} class={styles.highlight}>
              <EventIcon row={row} />
              <HistoryLink
                class={styles.link}
                address={WHOLE_HISTORY}
                change={{ ...(slot && rowsOf(broadcast, slot)), eventId: row.id }}
                go={go}
              >
                {clockText(row.createdAt)}
              </HistoryLink>
              <span class={styles.text}>
                <MessageText message={row.message} />
              </span>
              <JumpLink recordings={recordings} time={row.createdAt} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
