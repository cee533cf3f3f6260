import { useMemo } from 'preact/hooks';
import { ChartFigure } from '@/components/history/charts/ChartFigure';
import { Heatmap, type HeatRow } from '@/components/history/charts/Heatmap';
import { countByWeekHour } from '@/lib/domain/statistics/count-hours';
import { pausedPartOfWeek } from '@/lib/domain/statistics/pauses';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { type ChartProps, CountLink } from './PeriodTable';
import { rowsBehind } from './rows-behind';
import styles from './Statistics.module.css';
import { clockHour, weekdayName, weekHourName } from './times';

/** From Monday on. */
const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 0];
const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);
/** Every so many columns have room for their hour. */
const HOUR_STEP = 3;

/** In which hours of the week how much happens. */
export function WeekHours({ source, address, go }: ChartProps) {
  const rows = useMemo(() => rowsOf(source, address), [source, address]);
  const best = rows.flatMap(({ cells }) => cells).reduce((a, b) => (b.count > a.count ? b : a));
  const title = t('statistics.week_hours');
  return (
    <ChartFigure
      title={title}
      summary={`${t('statistics.week_hours_why')} ${t('statistics.most_cell', { cell: best.name })}`}
      renderTable={() => <WeekTable caption={title} rows={rows} address={address} go={go} />}
    >
      <Heatmap
        label={title}
        rows={rows}
        columns={HOURS.map((hour) => (hour % HOUR_STEP === 0 ? clockHour(hour) : ''))}
        address={address}
        go={go}
      />
    </ChartFigure>
  );
}

function rowsOf({ hours, pauses, past }: ChartProps['source'], address: HistoryAddress) {
  const counts = countByWeekHour(hours);
  const paused = pausedPartOfWeek(pauses, past);
  return WEEKDAYS.map(
    (weekday): HeatRow => ({
      label: weekdayName(weekday),
      cells: HOURS.map((hour) => {
        const count = counts[weekday]?.[hour] ?? 0;
        const share = paused[weekday]?.[hour] ?? 0;
        const name = t('statistics.bar', { name: weekHourName(weekday, hour), count }, count);
        const percent = Math.round(share * 100);
        return {
          count,
          name: percent === 0 ? name : t('statistics.cell_paused', { cell: name, percent }),
          isPaused: share >= 0.5,
          change: rowsBehind(address, { weekHour: { weekday, hour } }),
        };
      }),
    }),
  );
}

interface WeekTableProps extends Omit<ChartProps, 'source'> {
  caption: string;
  rows: readonly HeatRow[];
}

/** The same as a table, with the hours below one another. */
function WeekTable({ caption, rows, address, go }: WeekTableProps) {
  return (
    <table class={styles.numbers}>
      <caption class={styles.hidden}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statistics.hour')}</th>
          {rows.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.map((hour) => (
          <tr key={hour}>
            <th scope="row">{clockHour(hour)}</th>
            {rows.map(({ label, cells }) => {
              const cell = cells[hour];
              return (
                <td key={label}>
                  {cell && (
                    <CountLink count={cell.count} change={cell.change} address={address} go={go} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
