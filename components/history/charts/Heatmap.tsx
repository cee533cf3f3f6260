import { max } from 'd3-array';
import { HistoryLink } from '@/components/history/HistoryLink';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { GoTo } from '../view-props';
import styles from './Charts.module.css';
import { useMarks } from './use-marks';

/** One field of a {@link Heatmap}. */
export interface HeatCell {
  count: number;
  /** What it is about, with its number. */
  name: string;
  /** True if nobody listened for most of this time. */
  isPaused: boolean;
  /** Where its events are. */
  change: Partial<HistoryAddress>;
}

/** A row of a {@link Heatmap}. */
export interface HeatRow {
  /** As short as it fits beside the row. */
  label: string;
  cells: readonly HeatCell[];
}

interface HeatmapProps {
  label: string;
  rows: readonly HeatRow[];
  /** The names of the columns; empty where there is no room for one. */
  columns: readonly string[];
  address: HistoryAddress;
  go: GoTo;
}

const ROW = 26;
const BELOW = 20;
/** The faintest color that is not taken for none. */
const FAINTEST = 0.15;

/** A table of fields that are the darker the more events they have. Each leads to its events. */
export function Heatmap({ label, rows, columns, address, go }: HeatmapProps) {
  const most = max(rows, ({ cells }) => max(cells, ({ count }) => count)) ?? 0;
  const marks = useMarks(
    // The arrow keys go up as the eye does.
    rows
      .flatMap(({ cells }, row) =>
        cells.flatMap(({ count }, x) => (count > 0 ? { x, y: -row } : [])),
      )
      .toReversed(),
  );
  const width = 100 / columns.length;
  const height = rows.length * ROW + BELOW;
  return (
    <div class={styles.chart} dir="ltr">
      <svg class={styles.axis} height={height} aria-hidden="true">
        {rows.map(({ label }, row) => (
          <text key={label} class={styles.number} x="100%" y={row * ROW + 17}>
            {label}
          </text>
        ))}
      </svg>
      <div class={styles.scroll}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the links in it */}
        <svg
          class={styles.plot}
          style={{ minWidth: `${columns.length * 25}px` }}
          height={height}
          role="group"
          aria-label={label}
          onKeyDown={marks.onKeyDown}
        >
          {rows.map(({ label, cells }, row) =>
            cells.map((cell, x) => {
              const place = { x: `${(x + 0.03) * width}%`, y: row * ROW + 1 };
              // oxlint-disable-next-line react/no-array-index-key -- the columns never change
              const key = `${label} ${x}`;
              const field = (
                <Field
                  cell={cell}
                  place={place}
                  width={`${0.94 * width}%`}
                  strength={strengthOf(cell, most)}
                />
              );
              if (cell.count === 0) return <g key={key}>{field}</g>;
              return (
                <HistoryLink
                  key={key}
                  address={address}
                  change={cell.change}
                  go={go}
                  aria-label={cell.name}
                  {...marks.markAt({ x, y: -row })}
                >
                  {field}
                </HistoryLink>
              );
            }),
          )}
          {columns.map((column, x) => (
            <text
              // oxlint-disable-next-line react/no-array-index-key -- the columns never change
              key={x}
              class={styles.tick}
              x={`${(x + 0.5) * width}%`}
              y={height - 4}
              aria-hidden="true"
            >
              {column}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Most hours have few events: by the root, they do not look as if they had none. */
function strengthOf({ count }: HeatCell, most: number): number {
  return count === 0 ? 0 : FAINTEST + (1 - FAINTEST) * Math.sqrt(count / most);
}

interface FieldProps {
  cell: HeatCell;
  place: { x: string; y: number };
  width: string;
  strength: number;
}

function Field({ cell, place, width, strength }: FieldProps) {
  const size = { ...place, width, height: ROW - 2 };
  return (
    <>
      <title>{cell.name}</title>
      <rect class={styles.field} {...size} />
      {strength > 0 && <rect class={styles.heat} {...size} fill-opacity={strength} />}
      {cell.isPaused && <rect class={styles.pause} {...size} />}
    </>
  );
}
