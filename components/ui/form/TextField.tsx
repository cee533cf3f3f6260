import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from './Button';
import styles from './TextField.module.css';

/** What a text box is made of. */
export interface TextFieldProps {
  label: string;
  value: string;
  placeholder?: string;
  /** Name of the button beside the box. */
  action: string;
  isBusy?: boolean;
  /** What is wrong with what was entered. */
  problem?: string | undefined;
  onInput: (value: string) => void;
  onSubmit: () => void;
  /** What makes more of the box than a text box. */
  box?: InputHTMLAttributes;
  /** What belongs right below the box. */
  children?: ComponentChildren;
}

/** A text box with its label and the button that takes what is in it. */
export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, action, isBusy = false, problem, onInput, onSubmit } = props;
  const { box, children } = props;
  const id = useId();
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit();
      }}
    >
      <label class={styles.label} for={id}>
        {label}
      </label>
      <div class={styles.line}>
        <input
          id={id}
          class={styles.input}
          type="text"
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          {...box}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <Button type="submit" isBusy={isBusy}>
          {action}
        </Button>
      </div>
      {children}
      {problem !== undefined && (
        <p id={`${id}-problem`} class={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
