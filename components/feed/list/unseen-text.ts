import type { UnseenDivider } from '@/lib/domain/view/unseen-divider';
import { t } from '@/lib/i18n/text';
import { clockTime, systemClock } from '@/lib/time';

/** More unseen rows are not counted, see `countRows`. */
const MAX_COUNT = 99;

/** Returns the text of the line between what is new and what was seen before. */
export function unseenText({ count, since }: UnseenDivider): string {
  const number = count > MAX_COUNT && since === null ? `${MAX_COUNT}+` : count;
  if (since === null) return t('list.unseen', { count: number }, count);
  const time = clockTime(since, systemClock.now());
  return t('list.unseen_since', { count: number, time }, count);
}
