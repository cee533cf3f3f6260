import { useId } from 'preact/hooks';
import styles from './Switch.module.css';

interface SwitchProps {
  label: string;
  description: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A switch that takes effect at once, with a label and a description. */
export function Switch({ label, description, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class={styles.switch}>
      <input
        id={id}
        class={styles.box}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- `checked` says it
        role="switch"
        checked={isOn}
        aria-describedby={`${id}-why`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label class={styles.label} for={id}>
          {label}
        </label>
        <p id={`${id}-why`} class={styles.why}>
          {description}
        </p>
      </div>
    </div>
  );
}
