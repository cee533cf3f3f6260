import { lookOfKind } from '@/components/feed/event-look';
import { UntrustedText } from '@/components/text/UntrustedText';
import { familyStyle } from '@/components/ui/palette';
import type { StreamerCount } from '@/lib/db/history/counts';
import { formatNumber, t } from '@/lib/i18n/text';
import styles from './CountTables.module.css';

interface CountsProps {
  counts: readonly StreamerCount[];
}

/** The number of recorded events of each streamer. */
export function StreamerTable({ counts }: CountsProps) {
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>{t('counts.by_streamer')}</caption>
      <thead class={styles.head}>
        <tr>
          <th scope="col">{t('counts.streamer')}</th>
          <th scope="col">{t('counts.number')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ streamerId, streamerName, total }) => (
          <tr key={streamerId} class={styles.row}>
            <th class={styles.streamer} scope="row">
              <UntrustedText text={streamerName} />
            </th>
            <td class={styles.number}>{formatNumber(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The number of recorded events of each streamer and type. Of each streamer, the most first. */
export function TypeTable({ counts }: CountsProps) {
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>{t('counts.by_type')}</caption>
      <thead class={styles.head}>
        <tr>
          <th scope="col">{t('counts.streamer')}</th>
          <th scope="col">{t('counts.kind')}</th>
          <th scope="col">{t('counts.number')}</th>
        </tr>
      </thead>
      {counts.map((count) => (
        <TypesOfStreamer key={count.streamerId} count={count} />
      ))}
    </table>
  );
}

function TypesOfStreamer({ count: { byType, streamerName } }: { count: StreamerCount }) {
  const most = Math.max(...byType.map(({ count }) => count));
  return (
    <tbody class={styles.group}>
      {byType.map(({ type, count }) => (
        <tr
          key={type}
          class={styles.row}
          style={{ ...familyStyle(lookOfKind(type).family), '--share': count / most }}
        >
          <td class={styles.whose}>
            <UntrustedText text={streamerName} />
          </td>
          <th class={styles.kind} scope="row">
            {t(`kind.${type}`)}
          </th>
          <td class={styles.number}>{formatNumber(count)}</td>
        </tr>
      ))}
    </tbody>
  );
}
