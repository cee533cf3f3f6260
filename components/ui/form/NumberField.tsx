import { useId, useState } from 'preact/hooks';
import styles from './NumberField.module.css';

interface NumberFieldProps {
  label: string;
  value: number;
  max: number;
  /** Called with a whole number from 1 up to `max`, when the user has left the box or pressed Enter. */
  onChange: (value: number) => void;
}

/** A box for a number, with its label. What is no number has no effect. */
export function NumberField({ label, value, max, onChange }: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();

  function save(text: string): void {
    setDraft(undefined);
    const number = Math.min(Math.round(Number(text)), max);
    if (number >= 1 && number !== value) onChange(number);
  }

  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <input
        id={id}
        class={styles.input}
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        value={draft ?? value}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => save(event.currentTarget.value)}
      />
    </div>
  );
}
