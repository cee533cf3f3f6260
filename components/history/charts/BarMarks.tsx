import { HistoryLink } from '@/components/history/HistoryLink';
import { familyStyle } from '@/components/ui/palette';
import {
  choicesOf,
  FAMILIES,
  type Family,
  type FamilyCounts,
  totalOf,
} from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import styles from './Charts.module.css';
import { FAMILY_COLORS } from './family-look';
import { type Bar, GROUND, PLOT } from './plot';
import type { Place } from './use-marks';

interface BarMarksProps {
  bar: Bar;
  x: number;
  /** In percent of the chart. */
  width: number;
  /** Events up to the highest line. */
  highest: number;
  markAt: (place: Place) => object;
  address: HistoryAddress;
  go: GoTo;
}

/** A part of a bar. */
interface Part {
  family: Family;
  count: number;
  /** The events of the parts below. */
  from: number;
  /** Its place in the bar. */
  y: number;
}

function partsOf(counts: FamilyCounts): Part[] {
  let from = 0;
  const parts: Part[] = [];
  for (const [index, family] of FAMILIES.entries()) {
    const count = counts[family];
    if (count > 0) parts.push({ family, count, from, y: index + 1 });
    from += count;
  }
  return parts;
}

/** Returns the places of the marks of a bar: the whole bar is below its parts. */
export function placesOf({ counts }: Bar, x: number): Place[] {
  const parts = partsOf(counts).map(({ y }) => ({ x, y }));
  return parts.length === 0 ? [] : [...parts.toReversed(), { x, y: 0 }];
}

/** A bar: as high as the chart for all of its events, and a part for those of each family. */
export function BarMarks(props: BarMarksProps) {
  const { bar, x, width, highest, markAt, address, go } = props;
  const { counts, name, change } = bar;
  const total = totalOf(counts);
  if (total === 0) return null;
  const heightOf = (count: number) => (count / highest) * PLOT.height;
  const whole = t('statistics.bar', { name, count: total }, total);
  return (
    <g class={styles.bar}>
      <HistoryLink
        address={address}
        change={change}
        go={go}
        aria-label={whole}
        {...markAt({ x, y: 0 })}
      >
        <title>{whole}</title>
        <rect
          class={styles.column}
          x={`${x * width}%`}
          width={`${width}%`}
          y={PLOT.top}
          height={PLOT.height}
        />
      </HistoryLink>
      {partsOf(counts).map(({ family, count, from, y }) => {
        const what = { message: `statistics.family.${family}` } as const;
        const text = t('statistics.part', { name, family: what, count });
        return (
          <HistoryLink
            key={family}
            address={address}
            change={{ ...change, kinds: choicesOf(family) }}
            go={go}
            aria-label={text}
            {...markAt({ x, y })}
          >
            <title>{text}</title>
            <rect
              class={styles.part}
              data-family={family}
              style={familyStyle(FAMILY_COLORS[family])}
              x={`${(x + 0.12) * width}%`}
              width={`${0.76 * width}%`}
              y={GROUND - heightOf(from + count)}
              height={heightOf(count)}
            />
          </HistoryLink>
        );
      })}
    </g>
  );
}
