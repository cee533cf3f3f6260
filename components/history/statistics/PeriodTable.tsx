import type { Bar } from '@/components/history/charts/plot';
import { HistoryLink } from '@/components/history/HistoryLink';
import type { StatisticsSource } from '@/lib/db/statistics/statistics';
import {
  choicesOf,
  FAMILIES,
  type FamilyCounts,
  noCounts,
  totalOf,
} from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import styles from './Statistics.module.css';

/** What the charts of the statistics are given. */
export interface ChartProps {
  source: StatisticsSource;
  address: HistoryAddress;
  go: GoTo;
}

/** Returns what several bars add up to. */
export function allOf(bars: readonly Bar[]): FamilyCounts {
  const counts = noCounts();
  for (const bar of bars) for (const family of FAMILIES) counts[family] += bar.counts[family];
  return counts;
}

interface PeriodTableProps extends Omit<ChartProps, 'source'> {
  caption: string;
  bars: readonly Bar[];
}

/** Bars as a table, the last one first. */
export function PeriodTable({ caption, bars, address, go }: PeriodTableProps) {
  const all = allOf(bars);
  const families = FAMILIES.filter((family) => all[family] > 0);
  return (
    <table class={styles.numbers}>
      <caption class={styles.hidden}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statistics.when')}</th>
          <th scope="col">{t('statistics.all')}</th>
          {families.map((family) => (
            <th key={family} scope="col">
              {t(`statistics.family.${family}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.toReversed().map(({ id, name, counts, change }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              <CountLink count={totalOf(counts)} change={change} address={address} go={go} />
            </td>
            {families.map((family) => (
              <td key={family}>
                <CountLink
                  count={counts[family]}
                  change={{ ...change, kinds: choicesOf(family) }}
                  address={address}
                  go={go}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountLinkProps extends Omit<ChartProps, 'source'> {
  count: number;
  change: Partial<HistoryAddress>;
}

/** A number that leads to the events that it counts. */
export function CountLink({ count, change, address, go }: CountLinkProps) {
  if (count === 0) return formatNumber(count);
  return (
    <HistoryLink class={styles.count} address={address} change={change} go={go}>
      {formatNumber(count)}
    </HistoryLink>
  );
}
