import { max, sum } from 'd3-array';
import { useMemo } from 'preact/hooks';
import { ChartFigure } from '@/components/history/charts/ChartFigure';
import { Legend } from '@/components/history/charts/Legend';
import type { Bar } from '@/components/history/charts/plot';
import { StackedBars } from '@/components/history/charts/StackedBars';
import type { StatisticsSource } from '@/lib/db/statistics/statistics';
import { countByPeriod } from '@/lib/domain/statistics/count-hours';
import { noCounts, totalOf } from '@/lib/domain/statistics/family';
import { periodsOf, unitFor } from '@/lib/domain/statistics/period';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { allOf, type ChartProps, PeriodTable } from './PeriodTable';
import { rowsBehind } from './rows-behind';
import { periodName, periodTick, rangeText } from './times';

/** The events of each day, week or month, by family. */
export function EventsOverTime({ source, address, go }: ChartProps) {
  const { range, pauses } = source;
  const unit = unitFor(range);
  const bars = useMemo(() => barsOf(source, address), [source, address]);
  const total = sum(bars, ({ counts }) => totalOf(counts));
  const highest = max(bars, ({ counts }) => totalOf(counts));
  const most = bars.find(({ counts }) => totalOf(counts) === highest);
  const title = t(`statistics.each.${unit}`);
  return (
    <ChartFigure
      title={title}
      summary={
        <>
          {t('statistics.sum', { count: total, range: rangeText(range) }, total)}{' '}
          {most && t('statistics.most', { name: most.name, count: totalOf(most.counts) })}
        </>
      }
      renderTable={() => <PeriodTable caption={title} bars={bars} address={address} go={go} />}
    >
      <StackedBars label={title} bars={bars} pauses={pauses} address={address} go={go} />
      <Legend
        counts={allOf(bars)}
        change={rowsBehind(address, {})}
        hasPauses={pauses.length > 0}
        address={address}
        go={go}
      />
    </ChartFigure>
  );
}

function barsOf({ range, hours }: StatisticsSource, address: HistoryAddress): Bar[] {
  const unit = unitFor(range);
  const periods = periodsOf(range, unit);
  const counts = countByPeriod(hours, periods);
  return periods.map((period, index) => ({
    id: period.from,
    start: period.start,
    end: period.end,
    name: periodName(period, unit),
    tick: periodTick(period, unit),
    counts: counts[index] ?? noCounts(),
    change: rowsBehind(address, { from: period.from, until: period.until }),
  }));
}
