import type { TimelineSlot } from '@/lib/domain/history/timeline';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import { HistoryLink } from '../../HistoryLink';
import { rowsOf } from '../rows-of';
import { clockText } from '../start-text';
import { JumpLink } from './JumpLink';
import type { TimelineContext } from './SlotDetails';
import { countsText } from './slot-text';
import styles from './Timeline.module.css';

interface TimelineTableProps extends TimelineContext {
  slots: readonly TimelineSlot[];
}

/** The slots of a timeline in which something happened. */
export function TimelineTable({ slots, broadcast, recordings, go }: TimelineTableProps) {
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>{t('broadcasts.timeline')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statistics.when')}</th>
          <th scope="col">{t('broadcasts.number')}</th>
          <th scope="col">{t('broadcasts.which')}</th>
        </tr>
      </thead>
      <tbody>
        {slots
          .filter(({ events }) => events > 0)
          .map((slot) => (
            <tr key={slot.from}>
              <th scope="row">{clockText(slot.from)}</th>
              <td>
                <HistoryLink
                  class={styles.link}
                  address={WHOLE_HISTORY}
                  change={rowsOf(broadcast, slot)}
                  go={go}
                >
                  {formatNumber(slot.events)}
                </HistoryLink>
              </td>
              <td>
                {countsText(slot)} <JumpLink recordings={recordings} time={slot.from} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
