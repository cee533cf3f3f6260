import { familyStyle } from '@/components/ui/palette';
import type { Person } from '@/lib/db/people/person';
import { countsByKind } from '@/lib/domain/people/kind-counts';
import { familyOf } from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import { FAMILY_COLORS } from '../charts/family-look';
import type { GoTo } from '../view-props';
import styles from './Lists.module.css';
import { RowsLink } from './RowsLink';
import { TableCard } from './TableCard';

interface KindsOfPersonProps {
  person: Person;
  /** Which rows all of it is about. */
  rows: Partial<HistoryAddress>;
  go: GoTo;
}

/** What somebody did, by type. */
export function KindsOfPerson({ person, rows, go }: KindsOfPersonProps) {
  const kinds = countsByKind(person.channels.map(({ counts }) => counts));
  const most = kinds[0]?.count ?? 1;
  return (
    <TableCard
      title={t('people.person.by_type')}
      columns={[t('counts.kind'), t('people.person.events')]}
    >
      {kinds.map(({ kind, count }) => (
        <tr
          key={kind}
          class={styles.row}
          style={{ ...familyStyle(FAMILY_COLORS[familyOf(kind)]), '--share': count / most }}
        >
          <th class={styles.who} scope="row" data-bar>
            {t(`kind.${kind}`)}
          </th>
          <td class={styles.number}>
            <RowsLink rows={{ ...rows, type: kind }} go={go}>
              {formatNumber(count)}
            </RowsLink>
          </td>
        </tr>
      ))}
    </TableCard>
  );
}
