import { max } from 'd3-array';
import type { Span } from '@/lib/domain/history/listened';
import { type TimelineSlot, timelineTicks } from '@/lib/domain/history/timeline';
import type { RowView } from '@/lib/domain/view/row-view';
import { formatNumber, t } from '@/lib/i18n/text';
import charts from '../../charts/Charts.module.css';
import { linesFor } from '../../charts/plot';
import { useMarks } from '../../charts/use-marks';
import { clockText } from '../start-text';
import { BOTTOM, HEIGHT, SlotBar, TOP } from './SlotBar';
import type { TimelineContext } from './SlotDetails';
import styles from './Timeline.module.css';
import { heightOfMarks, TimelineMarks } from './TimelineMarks';

interface TimelineChartProps extends TimelineContext {
  /** They follow on one another. */
  slots: readonly TimelineSlot[];
  /** The rows that are marked, the oldest first. */
  marks: readonly RowView[];
  /** The times in which nobody listened. */
  missed: readonly Span[];
  /** Called with the slot that the user looks at. */
  onChoose: (slot: TimelineSlot) => void;
}

const BELOW = 22;
/** The least width of a bar. A table has the same links at full size. */
const BAR = 6;

/** In percent of the chart: half of a time that is written below it. */
const EDGE = 5;

/** Bars for every five minutes, with what stands out above them. Where there are many, they scroll. */
export function TimelineChart(props: TimelineChartProps) {
  const { slots, marks, missed } = props;
  const lines = linesFor(max(slots, ({ events }) => events) ?? 0);
  const highest = lines.at(-1) ?? 1;
  const heightOf = (count: number) => (count / highest) * HEIGHT;
  // The Tab key leads to the last of the places at first.
  const places = slots.flatMap(({ events }, x) => (events > 0 ? { x, y: 0 } : [])).toReversed();
  const { markAt, onKeyDown } = useMarks(places);
  return (
    <div class={styles.chart} dir="ltr">
      <svg
        class={charts.axis}
        style={{ marginTop: `${heightOfMarks(marks)}px` }}
        height={BOTTOM + BELOW}
        aria-hidden="true"
      >
        {lines.map((line) => (
          <text key={line} class={charts.number} x="100%" y={BOTTOM - heightOf(line) + 4}>
            {formatNumber(line)}
          </text>
        ))}
      </svg>
      <div class={charts.scroll}>
        <div style={{ minWidth: `${slots.length * BAR}px` }}>
          <TimelineMarks {...props} rows={marks} placeOf={(time) => placeOf(slots, time)} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the links in it */}
          <svg
            class={charts.plot}
            height={BOTTOM + BELOW}
            role="group"
            aria-label={t('broadcasts.timeline')}
            onKeyDown={onKeyDown}
          >
            {lines.map((line) => {
              const y = BOTTOM - heightOf(line);
              return <line key={line} class={charts.line} x1="0" x2="100%" y1={y} y2={y} />;
            })}
            <Missed slots={slots} missed={missed} />
            <g class={charts.bar}>
              {slots.map((slot, x) => (
                <SlotBar
                  key={slot.from}
                  {...props}
                  slot={slot}
                  x={(x / slots.length) * 100}
                  width={100 / slots.length}
                  heightOf={heightOf}
                  mark={markAt({ x, y: 0 })}
                />
              ))}
            </g>
            <TitleTicks slots={slots} rows={marks} />
            <Times slots={slots} />
          </svg>
        </div>
      </div>
    </div>
  );
}

/** Returns the place of a time in the chart, in percent of its width. */
function placeOf(slots: readonly TimelineSlot[], time: number): number {
  const index = slots.findLastIndex(({ from }) => from <= time);
  const slot = slots[index];
  if (slot === undefined) return 0;
  const part = Math.min(1, (time - slot.from) / (slot.until - slot.from));
  return ((index + part) / slots.length) * 100;
}

/** Round times below the bars. At the edges, there is room on one side only. */
function Times({ slots }: Pick<TimelineChartProps, 'slots'>) {
  const span = { from: slots.at(0)?.from ?? 0, until: slots.at(-1)?.until ?? 0 };
  return timelineTicks(span).map((time) => {
    const x = placeOf(slots, time);
    return (
      <text
        key={time}
        class={`${charts.tick} ${styles.tick}`}
        data-edge={x < EDGE ? 'start' : x > 100 - EDGE && 'end'}
        x={`${x}%`}
        y={BOTTOM + 16}
        aria-hidden="true"
      >
        {clockText(time)}
      </text>
    );
  });
}

/** The times in which nobody listened. */
function Missed({ slots, missed }: Pick<TimelineChartProps, 'slots' | 'missed'>) {
  return missed.map(({ from, until }) => {
    const [start, end] = [placeOf(slots, from), placeOf(slots, until)];
    return (
      <rect
        key={from}
        class={styles.missed}
        x={`${start}%`}
        width={`${end - start}%`}
        y={TOP}
        height={HEIGHT}
      />
    );
  });
}

/** When the title or the category changed. */
function TitleTicks({
  slots,
  rows,
}: Pick<TimelineChartProps, 'slots'> & { rows: readonly RowView[] }) {
  return rows
    .filter(({ kind }) => kind === 'channel_update')
    .map(({ id, createdAt }) => {
      const x = `${placeOf(slots, createdAt)}%`;
      return <line key={id} class={styles.change} x1={x} x2={x} y1={0} y2={BOTTOM} />;
    });
}
