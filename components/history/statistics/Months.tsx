import { ChartFigure } from '@/components/history/charts/ChartFigure';
import type { Bar } from '@/components/history/charts/plot';
import { StackedBars } from '@/components/history/charts/StackedBars';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { readHours } from '@/lib/db/statistics/hours';
import type { HourRecord } from '@/lib/domain/log-index/day-record';
import { countByPeriod } from '@/lib/domain/statistics/count-hours';
import { noCounts, totalOf } from '@/lib/domain/statistics/family';
import { monthsOf } from '@/lib/domain/statistics/months';
import type { Range } from '@/lib/domain/statistics/period';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { PeriodTable } from './PeriodTable';
import { rowsBehind } from './rows-behind';
import { monthName, shortMonth } from './times';

interface MonthsProps {
  db: Database;
  address: HistoryAddress;
  go: GoTo;
  /** Milliseconds since 1970. */
  now: number;
}

/** This month against the last one, whatever dates are chosen. */
export function Months({ db, address, go, now }: MonthsProps) {
  const { streamerId } = address;
  const { thisMonth, lastMonth, lastMonthByThen } = monthsOf(now);
  const { start } = lastMonth;
  const { end } = thisMonth;
  const hours = useLiveQuery(
    () => readHours(db, { streamerId, start, end }),
    [db, streamerId, start, end],
  ).value;
  if (hours === undefined) return null;
  const barOf = (range: Range, text: MessageKey) => monthBar(hours, range, { text, address });
  const whole = barOf(lastMonth, 'statistics.whole');
  const then = barOf(lastMonthByThen, 'statistics.by_then');
  const current = barOf(thisMonth, 'statistics.so_far');
  const bars = [whole, then, current];
  const title = t('statistics.months');
  return (
    <ChartFigure
      title={title}
      summary={t('statistics.compared', {
        now: sentenceOf(current),
        before: sentenceOf(then),
        difference: signed(totalOf(current.counts) - totalOf(then.counts)),
      })}
      renderTable={() => <PeriodTable caption={title} bars={bars} address={address} go={go} />}
    >
      <StackedBars label={title} bars={bars} pauses={[]} address={address} go={go} />
    </ChartFigure>
  );
}

function monthBar(
  hours: readonly HourRecord[],
  range: Range,
  { text, address }: { text: MessageKey; address: HistoryAddress },
): Bar {
  const { from, until, start, end } = range;
  return {
    start,
    end,
    id: text,
    name: t(text, { month: monthName(start) }),
    tick: t(text, { month: shortMonth(start) }),
    counts: countByPeriod(hours, [range])[0] ?? noCounts(),
    change: rowsBehind(address, { from, until }),
  };
}

function sentenceOf({ name, counts }: Bar) {
  const count = totalOf(counts);
  return { message: 'statistics.bar', params: { name, count }, count } as const;
}

function signed(difference: number): string {
  const sign = difference > 0 ? '+' : '\u2212';
  return difference === 0 ? formatNumber(0) : `${sign}${formatNumber(Math.abs(difference))}`;
}
