import { lookOfKind } from '@/components/feed/event-look';
import { familyStyle } from '@/components/ui/palette';
import type { StreamerCount } from '@/lib/db/history/counts';
import { formatNumber, t } from '@/lib/i18n/text';
import styles from './CountTable.module.css';

/** The number of events of each type for one streamer, in the given order. */
export function CountTable({ count }: { count: StreamerCount }) {
  const most = Math.max(...count.byType.map((entry) => entry.count));
  return (
    <table class={styles.table}>
      <thead class={styles.head}>
        <tr>
          <th scope="col">{t('counts.kind')}</th>
          <th scope="col">{t('counts.number')}</th>
        </tr>
      </thead>
      <tbody>
        {count.byType.map(({ type, count: number }) => (
          <tr
            key={type}
            class={styles.row}
            style={{ ...familyStyle(lookOfKind(type).family), '--share': number / most }}
          >
            <th class={styles.kind} scope="row">
              {t(`kind.${type}`)}
            </th>
            <td class={styles.number}>{formatNumber(number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
