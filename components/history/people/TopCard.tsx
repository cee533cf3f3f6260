import { useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { Button } from '@/components/ui/form/Button';
import type { Database } from '@/lib/db/database';
import { type TopPerson, topPeople } from '@/lib/db/people/top-people';
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

interface TopCardProps {
  db: Database;
  address: HistoryAddress;
  go: GoTo;
  list: TopList;
  /** The first of the list; more than {@link FEW} if there are more. */
  first: readonly TopPerson[];
}

/** Those who have most of something. */
export function TopCard({ db, address, go, list, first }: TopCardProps) {
  const [isLong, setLong] = useState(false);
  const { by, title, family, columns } = list;
  const { streamerId } = address;
  const long = useLiveQuery(
    async () => (isLong ? await topPeople(db, { streamerId, by, limit: MANY }) : null),
    [db, streamerId, by, isLong],
  ).value;
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
            <Amount key={column.amount} {...{ column, person, streamerId, go }} />
          ))}
        </tr>
      ))}
    </TableCard>
  );
}

interface AmountProps {
  column: TopColumn;
  person: TopPerson;
  streamerId: string | null;
  go: GoTo;
}

function Amount({ column, person, streamerId, go }: AmountProps) {
  const value = person.amounts[column.amount];
  return (
    <td class={styles.number}>
      {value > 0 && (
        <RowsLink rows={{ viewerId: person.id, streamerId, ...column.rowsOf(value) }} go={go}>
          {formatNumber(value)}
        </RowsLink>
      )}
    </td>
  );
}
