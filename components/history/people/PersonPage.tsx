import type { Person } from '@/lib/db/people/person';
import type { Streamer } from '@/lib/domain/channel/channel';
import { amountsOf } from '@/lib/domain/people/amounts';
import { totalOf } from '@/lib/domain/people/kind-counts';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';
import type { GoTo } from '../view-props';
import { ChannelsOfPerson } from './ChannelsOfPerson';
import { factsOf } from './facts-of';
import { KindsOfPerson } from './KindsOfPerson';
import lists from './Lists.module.css';
import styles from './PersonPage.module.css';
import { RowsLink } from './RowsLink';

interface PersonPageProps {
  person: Person;
  address: HistoryAddress;
  streamers: readonly Streamer[];
  go: GoTo;
}

/** Everything about one viewer, on all channels. */
export function PersonPage({ person, address, streamers, go }: PersonPageProps) {
  const { id, channels, earlier, firstAt, lastAt } = person;
  const total = channels.reduce((sum, { counts }) => sum + totalOf(counts), 0);
  const facts = factsOf(amountsOf(channels));
  const { from, until } = address;
  const rows = { viewerId: id, from, until };
  return (
    <>
      {earlier.length > 0 && (
        // Somebody else may have the channel of an earlier name by now, so it leads nowhere.
        <p class={styles.earlier}>
          {t('people.person.earlier', { names: { list: [...earlier] } })}
        </p>
      )}
      {facts !== '' && <p class={styles.facts}>{facts}</p>}
      <dl class={styles.seen}>
        <Seen title={t('people.person.first')} at={firstAt} />
        <Seen title={t('people.person.last')} at={lastAt} />
        <div>
          <dt>{t('people.person.events')}</dt>
          <dd>{formatNumber(total)}</dd>
        </div>
      </dl>
      <p class={styles.all}>
        <RowsLink rows={rows} go={go} look="button">
          {t('people.person.all_events')}
        </RowsLink>
      </p>
      {total > 0 && (
        <div class={lists.grid}>
          <ChannelsOfPerson {...{ person, rows, streamers, go }} />
          <KindsOfPerson {...{ person, rows, go }} />
        </div>
      )}
    </>
  );
}

function Seen({ title, at }: { title: string; at: number }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <time datetime={new Date(at).toISOString()}>{absoluteTime(at)}</time>
      </dd>
    </div>
  );
}
