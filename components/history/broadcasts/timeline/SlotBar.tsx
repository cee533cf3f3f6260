import { sum } from 'd3-array';
import { familyStyle } from '@/components/ui/palette';
import type { TimelineSlot } from '@/lib/domain/history/timeline';
import { FAMILIES } from '@/lib/domain/statistics/family';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import charts from '../../charts/Charts.module.css';
import { FAMILY_COLORS } from '../../charts/family-look';
import { HistoryLink } from '../../HistoryLink';
import { rowsOf } from '../rows-of';
import type { TimelineContext } from './SlotDetails';
import { slotText } from './slot-text';

/** Room for the number at the highest line, in pixels. */
export const TOP = 8;
/** The height of the highest line. */
export const HEIGHT = 160;
/** Where the bars stand. */
export const BOTTOM = TOP + HEIGHT;

interface SlotBarProps extends TimelineContext {
  /** Called when the user looks at the slot. */
  onChoose: (slot: TimelineSlot) => void;
  slot: TimelineSlot;
  /** In percent of the chart. */
  x: number;
  width: number;
  heightOf: (count: number) => number;
  /** The attributes of a place that the arrow keys reach. */
  mark: object & { onFocus: () => void };
}

/** The events of five minutes, by family. They lead to their rows. */
export function SlotBar({ slot, x, width, heightOf, mark, onChoose, ...context }: SlotBarProps) {
  if (slot.events === 0) return null;
  const families = FAMILIES.filter((family) => slot.counts[family] > 0);
  const choose = () => onChoose(slot);
  const attributes: object = {
    ...mark,
    onPointerEnter: choose,
    onFocus: () => {
      mark.onFocus();
      choose();
    },
  };
  return (
    <HistoryLink
      address={WHOLE_HISTORY}
      change={rowsOf(context.broadcast, slot)}
      go={context.go}
      aria-label={slotText(slot)}
      {...attributes}
    >
      <rect class={charts.column} x={`${x}%`} width={`${width}%`} y={TOP} height={HEIGHT} />
      {families.map((family, index) => (
        <rect
          key={family}
          class={charts.part}
          data-family={family}
          style={familyStyle(FAMILY_COLORS[family])}
          x={`${x + 0.1 * width}%`}
          width={`${0.8 * width}%`}
          y={BOTTOM - heightOf(sum(families.slice(0, index + 1), (each) => slot.counts[each]))}
          height={heightOf(slot.counts[family])}
        />
      ))}
    </HistoryLink>
  );
}
