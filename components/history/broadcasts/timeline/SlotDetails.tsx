import { type Recording } from '@/lib/domain/channel/recording';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import type { TimelineSlot } from '@/lib/domain/history/timeline';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { HistoryLink } from '../../HistoryLink';
import type { GoTo } from '../../view-props';
import { rowsOf } from '../rows-of';
import { JumpLink } from './JumpLink';
import { slotText } from './slot-text';
import styles from './Timeline.module.css';

/** What the parts of a timeline are about. */
export interface TimelineContext {
  broadcast: Broadcast;
  recordings: readonly Recording[];
  /** Leads to rows, whatever the page shows now. */
  go: GoTo;
}

interface SlotDetailsProps extends TimelineContext {
  slot: TimelineSlot | null;
}

/** What happened in the slot at which the user looks, or in the busiest one. */
export function SlotDetails({ slot, broadcast, recordings, go }: SlotDetailsProps) {
  if (slot === null) return null;
  return (
    <p class={styles.details}>
      <span>{slotText(slot)}</span>{' '}
      <HistoryLink
        class={styles.link}
        address={WHOLE_HISTORY}
        change={rowsOf(broadcast, slot)}
        go={go}
      >
        {t('broadcasts.show_events')}
      </HistoryLink>
      <JumpLink recordings={recordings} time={slot.from} />
    </p>
  );
}
