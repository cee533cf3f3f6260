import { useId, useState } from 'preact/hooks';
import { Button } from './Button';
import styles from './CopyField.module.css';

interface CopyFieldProps {
  label: string;
  value: string;
  action: string;
  /** Replaces `action` after the value was copied. */
  copiedAction: string;
}

/** A read-only text with a button that copies it. */
export function CopyField({ label, value, action, copiedAction }: CopyFieldProps) {
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
  }

  return (
    <div class={styles.line}>
      <input
        id={id}
        class={styles.input}
        type="text"
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => void copy()}>{isCopied ? copiedAction : action}</Button>
    </div>
  );
}
