import { UntrustedText } from '@/components/text/UntrustedText';
import type { Person } from '@/lib/db/people/person';
import type { Streamer } from '@/lib/domain/channel/channel';
import { amountsOf } from '@/lib/domain/people/amounts';
import { totalOf } from '@/lib/domain/people/kind-counts';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { factsOf } from './facts-of';
import styles from './Lists.module.css';
import { RowsLink } from './RowsLink';
import { TableCard } from './TableCard';

interface ChannelsOfPersonProps {
  person: Person;
  /** Which rows all of it is about. */
  rows: Partial<HistoryAddress>;
  streamers: readonly Streamer[];
  go: GoTo;
}

/** What somebody did on each channel. */
export function ChannelsOfPerson({ person, rows, streamers, go }: ChannelsOfPersonProps) {
  const names = new Map(streamers.map(({ id, name }) => [id, name]));
  const totals = person.channels.map(({ counts }) => totalOf(counts));
  const most = Math.max(1, ...totals);
  return (
    <TableCard
      title={t('people.person.by_streamer')}
      columns={[t('for.streamer'), t('people.person.events')]}
    >
      {person.channels.map((channel, index) => {
        const { streamer_id: streamerId } = channel;
        const total = totals[index] ?? 0;
        const facts = factsOf(amountsOf([channel]));
        return (
          <tr key={streamerId} class={styles.row} style={{ '--share': total / most }}>
            <th class={styles.who} scope="row" data-bar>
              <UntrustedText text={names.get(streamerId) ?? streamerId} />
              {facts !== '' && <p class={styles.facts}>{facts}</p>}
            </th>
            <td class={styles.number}>
              <RowsLink rows={{ ...rows, streamerId }} go={go}>
                {formatNumber(total)}
              </RowsLink>
            </td>
          </tr>
        );
      })}
    </TableCard>
  );
}
