import type { Span } from '@/lib/domain/history/listened';
import type { TimelineSlot } from '@/lib/domain/history/timeline';
import { FAMILIES } from '@/lib/domain/statistics/family';
import type { MessageParam } from '@/lib/domain/wording/message';
import { t } from '@/lib/i18n/text';
import { clockText } from '../start-text';

/** So many pauses are named; a connection that is lost again and again leaves many. */
const MOST_PAUSES = 5;

/** Returns what happened in a slot, by family. */
export function countsText({ counts }: TimelineSlot): string {
  const list = FAMILIES.filter((family) => counts[family] > 0).map((family): MessageParam => {
    const count = counts[family];
    return { message: `broadcasts.family.${family}`, count, params: { count } };
  });
  return t('broadcasts.what', { what: { list } });
}

/** Returns the name of a slot: its time and what happened. */
export function slotText(slot: TimelineSlot): string {
  return t('broadcasts.slot', { time: clockText(slot.from), what: countsText(slot) });
}

/** Returns when nobody listened; empty if somebody always did. */
export function missedText(missed: readonly Span[]): string {
  if (missed.length === 0) return '';
  const times = missed
    .slice(0, MOST_PAUSES)
    .map(({ from, until }) =>
      t('broadcasts.span', { from: clockText(from), until: clockText(until) }),
    );
  const others = missed.length - times.length;
  const list = [...times, ...(others > 0 ? [t('broadcasts.more', { count: others }, others)] : [])];
  return t('broadcasts.missed', { times: { list } });
}
