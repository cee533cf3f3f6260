import { useLiveQuery } from '@/components/hooks/use-live-query';
import { MessageText } from '@/components/text/MessageText';
import { Notice } from '@/components/ui/Notice';
import { readTopLists } from '@/lib/db/people/top-lists';
import { t } from '@/lib/i18n/text';
import type { HistoryViewProps } from '../view-props';
import styles from './Lists.module.css';
import { NewestSubs } from './NewestSubs';
import { FEW, TopCard } from './TopCard';
import { TOP_LISTS } from './top-lists';

const RANKINGS = TOP_LISTS.map(({ by }) => by);

/** Who has gifted, cheered and raided most, and so on. Needs a `key` that says on whose channel. */
export function PeopleLists({ db, address, streamers, go }: HistoryViewProps) {
  const { streamerId } = address;
  // One more shows whether there are more.
  const query = { streamerId, rankings: RANKINGS, limit: FEW + 1 };
  const { value, hasFailed } = useLiveQuery(() => readTopLists(db, query), [db, streamerId]);
  if (hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (value === undefined) return <p class={styles.empty}>{t('feed.loading')}</p>;
  const { people, subs } = value;
  if (subs.length === 0 && people.every((list) => list.length === 0)) {
    const streamer = streamers.find(({ id }) => id === streamerId);
    return (
      <p class={styles.empty}>
        {streamer === undefined ? (
          t('people.empty')
        ) : (
          <MessageText
            message={{ message: 'people.empty_streamer', params: { streamer: streamer.name } }}
          />
        )}
      </p>
    );
  }
  return (
    <>
      <p class={styles.why}>{t('people.why')}</p>
      {(address.from ?? address.until) !== null && <p class={styles.why}>{t('people.dates')}</p>}
      <div class={styles.grid}>
        {TOP_LISTS.map((list, index) => {
          const first = people[index] ?? [];
          if (first.length === 0) return null;
          return <TopCard key={list.by} {...{ db, address, go, list, first }} />;
        })}
        {subs.length > 0 && (
          <NewestSubs subs={subs.slice(0, FEW)} address={address} streamers={streamers} go={go} />
        )}
      </div>
    </>
  );
}
