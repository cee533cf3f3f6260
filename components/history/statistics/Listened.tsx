import { HistoryLink } from '@/components/history/HistoryLink';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { readListening } from '@/lib/db/broadcasts/listening';
import { wholePercent } from '@/lib/domain/history/listened';
import { momentOf, WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { systemClock } from '@/lib/time';
import type { HistoryViewProps } from '../view-props';
import styles from './Statistics.module.css';

/** How much of the broadcasts the numbers below are about. Leads to the broadcasts. */
export function Listened({ db, address, streamers, go }: HistoryViewProps) {
  const { streamerId, from, until } = address;
  const streamerIds = streamerId === null ? streamers.map(({ id }) => id) : [streamerId];
  const listening = useLiveQuery(
    () =>
      readListening(
        db,
        {
          streamerIds,
          from: from === null ? null : momentOf(from),
          until: until === null ? null : momentOf(until),
        },
        systemClock.now(),
      ),
    [db, streamerIds.join(), from, until],
  ).value;
  if (listening === undefined || listening.share === null) return null;
  const { broadcasts: count, share } = listening;
  return (
    <p class={styles.listened}>
      <HistoryLink
        class={styles.count}
        address={address}
        change={{ ...WHOLE_HISTORY, view: 'broadcasts', streamerId, from, until }}
        go={go}
      >
        {t('statistics.listened', { percent: wholePercent(share), count }, count)}
      </HistoryLink>
    </p>
  );
}
