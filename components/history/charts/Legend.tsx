import { HistoryLink } from '@/components/history/HistoryLink';
import { familyStyle } from '@/components/ui/palette';
import { choicesOf, FAMILIES, type FamilyCounts } from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import charts from './Charts.module.css';
import { FAMILY_COLORS } from './family-look';
import styles from './Legend.module.css';

interface LegendProps {
  counts: FamilyCounts;
  /** Where the events of all families are. */
  change: Partial<HistoryAddress>;
  /** True if the chart has times in which nobody listened. */
  hasPauses: boolean;
  address: HistoryAddress;
  go: GoTo;
}

/** What the colors of a chart mean. Each family that there is leads to its events. */
export function Legend({ counts, change, hasPauses, address, go }: LegendProps) {
  return (
    <ul class={styles.legend}>
      {FAMILIES.filter((family) => counts[family] > 0).map((family) => (
        <li key={family}>
          <HistoryLink
            class={styles.key}
            address={address}
            change={{ ...change, kinds: choicesOf(family) }}
            go={go}
          >
            <svg
              class={styles.swatch}
              style={familyStyle(FAMILY_COLORS[family])}
              aria-hidden="true"
            >
              <rect class={charts.part} data-family={family} width="100%" height="100%" />
            </svg>
            {t(`statistics.family.${family}`)} <b>{formatNumber(counts[family])}</b>
          </HistoryLink>
        </li>
      ))}
      {hasPauses && (
        <li class={styles.key}>
          <svg class={styles.swatch} aria-hidden="true">
            <rect class={charts.pause} width="100%" height="100%" />
          </svg>
          {t('statistics.not_listened')}
        </li>
      )}
    </ul>
  );
}
