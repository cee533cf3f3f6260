import { useNow } from '@/components/ui/hooks/use-now';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { daysOf, QUICK_RANGES, quickRange, rangeOfDays } from '@/lib/domain/view/history-dates';
import { t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { DateField } from './DateField';
import styles from './Fields.module.css';

interface DateFieldsProps {
  address: HistoryAddress;
  go: GoTo;
}

/** The dates that are shown: a range at a click, or the first and the last day. */
export function DateFields({ address: { from, until }, go }: DateFieldsProps) {
  const now = useNow();
  const days = daysOf({ from, until });
  return (
    <div class={styles.fields} role="group" aria-label={t('log_filter.dates')}>
      <div class={styles.quick}>
        {QUICK_RANGES.map((name) => {
          const range = quickRange(name, now);
          return (
            <button
              key={name}
              type="button"
              class={styles.choice}
              aria-pressed={range.from === from && range.until === until}
              onClick={() => go(range)}
            >
              {t(`log_filter.range.${name}`)}
            </button>
          );
        })}
      </div>
      <DateField
        label={t('log_filter.first')}
        day={days.first}
        onChange={(first) => go(rangeOfDays({ ...days, first }))}
      />
      <DateField
        label={t('log_filter.last')}
        day={days.last}
        onChange={(last) => go(rangeOfDays({ ...days, last }))}
      />
    </div>
  );
}
