import select from '@/components/ui/form/Select.module.css';
import type { Day } from '@/lib/domain/view/history-dates';
import styles from './Fields.module.css';

/** Before Twitch there was nothing to record. Years that are still being typed are earlier. */
const FIRST_DAY = '2011-01-01';
const LAST_DAY = '2999-12-31';

interface DateFieldProps {
  label: string;
  day: Day | null;
  onChange: (day: Day | null) => void;
}

/** A box for a day, with its label. */
export function DateField({ label, day, onChange }: DateFieldProps) {
  return (
    <label class={styles.field}>
      {label}
      <input
        class={select.box}
        type="date"
        min={FIRST_DAY}
        max={LAST_DAY}
        value={day ?? ''}
        onChange={({ currentTarget: { value, validity } }) => {
          if (validity.valid) onChange(value === '' ? null : value);
        }}
      />
    </label>
  );
}
