import type { RefObject } from 'preact';
import type { TopLists } from '@/lib/db/people/top-lists';
import { t } from '@/lib/i18n/text';
import type { HistoryViewProps } from '../view-props';
import styles from './Lists.module.css';
import { NewestSubs } from './NewestSubs';
import { FEW, type ReadMore, TopCard } from './TopCard';
import { TOP_LISTS } from './top-lists';

/** What the lists are given. The heading of their view stays, whatever else goes. */
export interface PeopleListsProps extends HistoryViewProps {
  heading: RefObject<HTMLHeadingElement | null>;
}

interface ListsProps extends Pick<HistoryViewProps, 'address' | 'streamers' | 'go'> {
  value: TopLists;
  more: ReadMore;
  /** Says what is counted. */
  why: 'people.why' | 'people.why_time';
}

/** All lists that have anybody. */
export function Lists({ value: { people, subs }, more, why, address, streamers, go }: ListsProps) {
  return (
    <>
      <p class={styles.why}>{t(why)}</p>
      <div class={styles.grid}>
        {TOP_LISTS.map((list, index) => {
          const first = people[index] ?? [];
          if (first.length === 0) return null;
          return <TopCard key={list.by} {...{ more, address, go, list, first }} />;
        })}
        {subs.length > 0 && (
          <NewestSubs subs={subs.slice(0, FEW)} address={address} streamers={streamers} go={go} />
        )}
      </div>
    </>
  );
}

/** Returns true if nobody is in any list. */
export function areEmpty({ people, subs }: TopLists): boolean {
  return subs.length === 0 && people.every((list) => list.length === 0);
}
