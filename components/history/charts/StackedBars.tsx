import { max } from 'd3-array';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Span } from '@/lib/domain/history/listened';
import { totalOf } from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { BarMarks, placesOf } from './BarMarks';
import styles from './Charts.module.css';
import { type Bar, GROUND, linesFor, PLOT, PLOT_HEIGHT, placeOf } from './plot';
import { useMarks } from './use-marks';

interface StackedBarsProps {
  label: string;
  /** With pauses, they follow on one another. */
  bars: readonly Bar[];
  /** The times in which nobody listened. */
  pauses: readonly Span[];
  address: HistoryAddress;
  go: GoTo;
}

/** Bars of which every part leads to its events. Where there are many, they scroll. */
export function StackedBars({ label, bars, pauses, address, go }: StackedBarsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = linesFor(max(bars, ({ counts }) => totalOf(counts)) ?? 0);
  const highest = lines.at(-1) ?? 1;
  const marks = useMarks(bars.flatMap(placesOf));
  const { length } = bars;
  // The newest bars are the last ones.
  useLayoutEffect(
    () => scroller.current?.scrollTo({ left: scroller.current.scrollWidth }),
    [length],
  );
  return (
    <div class={styles.chart} dir="ltr">
      <Axis lines={lines} highest={highest} />
      <div ref={scroller} class={styles.scroll}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the links in it */}
        <svg
          class={styles.plot}
          style={{ minWidth: `${length * PLOT.bar}px` }}
          height={PLOT_HEIGHT}
          role="group"
          aria-label={label}
          onKeyDown={marks.onKeyDown}
        >
          {lines.map((line) => {
            const y = GROUND - (line / highest) * PLOT.height;
            return <line key={line} class={styles.line} x1="0" x2="100%" y1={y} y2={y} />;
          })}
          {bars.map((bar, x) => (
            <BarMarks
              key={bar.id}
              bar={bar}
              x={x}
              width={100 / length}
              highest={highest}
              markAt={marks.markAt}
              address={address}
              go={go}
            />
          ))}
          <Pauses bars={bars} pauses={pauses} />
          <Ticks bars={bars} />
        </svg>
      </div>
    </div>
  );
}

/** The numbers at the lines, which stay while the bars scroll. The names of the bars say them all. */
function Axis({ lines, highest }: { lines: readonly number[]; highest: number }) {
  return (
    <svg class={styles.axis} height={PLOT_HEIGHT} aria-hidden="true">
      {lines.map((line) => (
        <text
          key={line}
          class={styles.number}
          x="100%"
          y={GROUND - (line / highest) * PLOT.height + 4}
        >
          {formatNumber(line)}
        </text>
      ))}
    </svg>
  );
}

/** The times in which nobody listened, below the bars. */
function Pauses({ bars, pauses }: Pick<StackedBarsProps, 'bars' | 'pauses'>) {
  return (
    <g>
      <title>{t('statistics.not_listened')}</title>
      {pauses.map(({ from, until }) => {
        const [start, end] = [placeOf(bars, from), placeOf(bars, until)];
        return (
          <rect
            key={from}
            class={styles.pause}
            x={`${start}%`}
            width={`${end - start}%`}
            y={GROUND + 1}
            height={PLOT.lane - 1}
          />
        );
      })}
    </g>
  );
}

/** Below every bar there is no room. */
function Ticks({ bars }: Pick<StackedBarsProps, 'bars'>) {
  const step = stepOf(bars.length);
  return (
    <g aria-hidden="true">
      {bars.map(({ id, tick }, index) =>
        index % step === Math.floor(step / 2) ? (
          <text
            key={id}
            class={styles.tick}
            x={`${((index + 0.5) / bars.length) * 100}%`}
            y={GROUND + PLOT.lane + 16}
          >
            {tick}
          </text>
        ) : null,
      )}
    </g>
  );
}

function stepOf(count: number): number {
  if (count <= 6) return 1;
  return count <= 31 ? 3 : 7;
}
