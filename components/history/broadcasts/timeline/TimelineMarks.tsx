import type { JSX } from 'preact';
import { familyStyle } from '@/components/ui/palette';
import {
  MARK_KINDS,
  type MarkKind,
  markKindOf,
  type TimelineSlot,
} from '@/lib/domain/history/timeline';
import { choicesOf, type Family } from '@/lib/domain/statistics/family';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import type { RowView } from '@/lib/domain/view/row-view';
import { plainText, t } from '@/lib/i18n/text';
import charts from '../../charts/Charts.module.css';
import { FAMILY_COLORS } from '../../charts/family-look';
import legend from '../../charts/Legend.module.css';
import { useMarks } from '../../charts/use-marks';
import { HistoryLink } from '../../HistoryLink';
import { rowsOf } from '../rows-of';
import { clockText } from '../start-text';
import type { TimelineContext } from './SlotDetails';
import styles from './Timeline.module.css';

/** The shape of a mark, around its place, and the family of its events. */
const SHAPES: Readonly<Record<MarkKind, { path: string; family: Family }>> = {
  raid: { path: 'M0-6L7 6H-7Z', family: 'raids' },
  bomb: { path: 'M-6-6H6V6H-6Z', family: 'gifts' },
  moment: { path: 'M0-7L7 0L0 7L-7 0Z', family: 'cheers' },
  channel: { path: 'M-2-7H6V0H0V7H-2Z', family: 'other' },
};

/** The height of a line of marks, and the width of each: what a finger can hit. */
const LANE = 24;
/** So many rows are named in one mark. */
const MOST_NAMED = 3;

interface TimelineMarksProps extends TimelineContext {
  slots: readonly TimelineSlot[];
  /** The oldest first. */
  rows: readonly RowView[];
  /** Returns the place of a time in the chart, in percent of its width. */
  placeOf: (time: number) => number;
}

/** What stands out in a timeline: a line of marks for each kind. Marks of one slot are one. */
export function TimelineMarks({ slots, rows, placeOf, broadcast, go }: TimelineMarksProps) {
  const marks = marksOf(slots, rows);
  const lanes = kindsIn(rows);
  const { markAt, onKeyDown } = useMarks(marks.map((_, x) => ({ x, y: 0 })).toReversed());
  if (marks.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the links in it
    <svg
      class={`${charts.plot} ${charts.bar}`}
      height={heightOfMarks(rows)}
      role="group"
      aria-label={t('broadcasts.highlights')}
      onKeyDown={onKeyDown}
    >
      {marks.map(({ kind, slot, rows }, x) => (
        <HistoryLink
          key={`${slot.from} ${kind}`}
          address={WHOLE_HISTORY}
          change={{ ...rowsOf(broadcast, slot), kinds: kindsOf(kind) }}
          go={go}
          aria-label={markText(rows)}
          {...markAt({ x, y: 0 })}
        >
          <title>{markText(rows)}</title>
          <svg
            class={styles.symbol}
            x={`${placeOf(rows[0].createdAt)}%`}
            y={lanes.indexOf(kind) * LANE}
          >
            <rect class={charts.column} x={-LANE / 2} width={LANE} height={LANE} />
            <Shape kind={kind} transform={`translate(0 ${LANE / 2})`} />
          </svg>
        </HistoryLink>
      ))}
    </svg>
  );
}

/** Returns the height of the lines of marks, in pixels. */
export function heightOfMarks(rows: readonly RowView[]): number {
  return kindsIn(rows).length * LANE;
}

/** Each kind has a line of its own. */
function kindsIn(rows: readonly RowView[]): MarkKind[] {
  const kinds = new Set(rows.map(markKindOf));
  return MARK_KINDS.filter((kind) => kinds.has(kind));
}

/** What the shapes of the marks mean. */
export function MarkLegend({ rows }: { rows: readonly RowView[] }) {
  const kinds = kindsIn(rows);
  if (kinds.length === 0) return null;
  return (
    <ul class={legend.legend} role="list">
      {kinds.map((kind) => (
        <li key={kind} class={legend.key}>
          <svg class={legend.swatch} viewBox="-8 -8 16 16" aria-hidden="true">
            <Shape kind={kind} />
          </svg>
          {t(`broadcasts.mark.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function Shape({ kind, ...rest }: { kind: MarkKind } & JSX.IntrinsicElements['path']) {
  const { path, family } = SHAPES[kind];
  return (
    <path {...rest} class={styles.shape} style={familyStyle(FAMILY_COLORS[family])} d={path} />
  );
}

interface Mark {
  kind: MarkKind;
  slot: TimelineSlot;
  rows: [RowView, ...RowView[]];
}

/** Returns the marks in the order of time. */
function marksOf(slots: readonly TimelineSlot[], rows: readonly RowView[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const row of rows) {
    const slot = slots.find(({ until }) => row.createdAt < until);
    if (slot === undefined) continue;
    const kind = markKindOf(row);
    const key = `${slot.from} ${kind}`;
    const mark = marks.get(key);
    if (mark === undefined) marks.set(key, { kind, slot, rows: [row] });
    else mark.rows.push(row);
  }
  return [...marks.values()];
}

const kindsOf = (kind: MarkKind) =>
  kind === 'channel' ? (['channel'] as const) : choicesOf(SHAPES[kind].family);

/** Returns what a mark stands for, with its time. */
function markText(rows: Mark['rows']): string {
  const named = rows.slice(0, MOST_NAMED).map(({ message }) => plainText(message));
  const others = rows.length - named.length;
  const list = [...named, ...(others > 0 ? [t('broadcasts.more', { count: others }, others)] : [])];
  const time = clockText(rows[0].createdAt);
  return t('broadcasts.slot', { time, what: { list, join: 'dots' } });
}
