import { useState } from 'preact/hooks';
import { useLast } from '@/components/hooks/use-last';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { Button } from '@/components/ui/form/Button';
import type { TopPerson } from '@/lib/db/people/top-people';
import type { Ranking } from '@/lib/domain/people/amounts';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import styles from './Lists.module.css';
import { PersonLink } from './PersonName';
import { RowsLink } from './RowsLink';
import { TableCard } from './TableCard';
import type { TopColumn, TopList } from './top-lists';

/** How many are shown, at first and on request. */
export const FEW = 10;
const MANY = 100;

/** Reads more of a list. */
export type ReadMore = (by: Ranking, limit: number) => Promise<TopPerson[]>;

interface TopCardProps {
  more: ReadMore;
  address: HistoryAddress;
  go: GoTo;
  list: TopList;
  /** The first of the list; more than {@link FEW} if there are more. */
  first: readonly TopPerson[];
}

/** Those who have most of something. */
export function TopCard({ more, address, go, list, first }: TopCardProps) {
  const [isLong, setLong] = useState(false);
  const { by, title, family, columns } = list;
  const live = useLiveQuery(async () => (isLong ? await more(by, MANY) : null), [more, by, isLong]);
  // It stays while it is read again.
  const long = useLast(live.value);
  const people = (isLong && long) || first.slice(0, FEW);
  const most = people[0]?.amounts[by] ?? 1;
  return (
    <TableCard
      title={t(title)}
      columns={[t('people.name'), ...columns.map((column) => t(column.title))]}
      family={family}
      below={
        first.length > FEW && (
          <Button look="quiet" onClick={() => setLong(!isLong)}>
            {isLong ? t('people.fewer', { count: FEW }) : t('people.more', { count: MANY })}
          </Button>
        )
      }
    >
      {people.map((person) => (
        <tr key={person.id} class={styles.row} style={{ '--share': person.amounts[by] / most }}>
          <th class={styles.who} scope="row" data-bar>
            <PersonLink address={address} go={go} id={person.id} name={person.name} />
          </th>
          {columns.map((column) => (
            <Amount key={column.amount} {...{ column, person, address, go }} />
          ))}
        </tr>
      ))}
    </TableCard>
  );
}

interface AmountProps {
  column: TopColumn;
  person: TopPerson;
  address: HistoryAddress;
  go: GoTo;
}

function Amount({ column, person, address, go }: AmountProps) {
  const { streamerId, from, until } = address;
  const value = person.amounts[column.amount];
  const rows = { viewerId: person.id, streamerId, from, until, ...column.rowsOf(value) };
  return (
    <td class={styles.number}>
      {value > 0 && (
        <RowsLink rows={rows} go={go}>
          {formatNumber(value)}
        </RowsLink>
      )}
    </td>
  );
}
