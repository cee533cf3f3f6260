import { Notice } from '@/components/ui/Notice';
import { spanOfDates } from '@/lib/db/feed/log/address-filter';
import { t } from '@/lib/i18n/text';
import { areEmpty, Lists, type PeopleListsProps } from './Lists';
import styles from './Lists.module.css';
import { Reading } from './Reading';
import { FEW } from './TopCard';
import { RANKINGS } from './top-lists';
import { useListsOfTime } from './use-lists-of-time';

/** The lists of the dates that are chosen. */
export function PeopleOfTime({ db, address, streamers, go, heading }: PeopleListsProps) {
  const { streamerId } = address;
  const span = spanOfDates(address);
  const query = { streamerId, rankings: RANKINGS, limit: FEW + 1, span };
  const { lists, upTo, hasFailed } = useListsOfTime(db, query);
  if (hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (lists === undefined) return <Reading {...{ span, upTo, go, heading }} />;
  if (areEmpty(lists)) return <p class={styles.empty}>{t('people.empty_time')}</p>;
  const { more } = lists;
  return <Lists why="people.why_time" {...{ value: lists, more, address, streamers, go }} />;
}
