import { useCallback } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { MessageText } from '@/components/text/MessageText';
import { Notice } from '@/components/ui/Notice';
import { readTopLists } from '@/lib/db/people/top-lists';
import { topPeople } from '@/lib/db/people/top-people';
import { t } from '@/lib/i18n/text';
import type { HistoryViewProps } from '../view-props';
import { areEmpty, Lists, type PeopleListsProps } from './Lists';
import styles from './Lists.module.css';
import { PeopleOfTime } from './PeopleOfTime';
import { FEW, type ReadMore } from './TopCard';
import { RANKINGS } from './top-lists';

/**
 * Who has gifted, cheered and raided most, and so on. Needs a `key` that says on whose channel, and of
 * which time.
 */
export function PeopleLists(props: PeopleListsProps) {
  const { from, until } = props.address;
  const isWhole = from === null && until === null;
  return isWhole ? <PeopleOfAllTime {...props} /> : <PeopleOfTime {...props} />;
}

function PeopleOfAllTime({ db, address, streamers, go }: HistoryViewProps) {
  const { streamerId } = address;
  // One more shows whether there are more.
  const query = { streamerId, rankings: RANKINGS, limit: FEW + 1 };
  const { value, hasFailed } = useLiveQuery(() => readTopLists(db, query), [db, streamerId]);
  const more: ReadMore = useCallback(
    async (by, limit) => await topPeople(db, { streamerId, by, limit }),
    [db, streamerId],
  );
  if (hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (value === undefined) return <p class={styles.empty}>{t('feed.loading')}</p>;
  if (!areEmpty(value))
    return <Lists why="people.why" {...{ value, more, address, streamers, go }} />;
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
