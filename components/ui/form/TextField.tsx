import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from './Button';
import styles from './TextField.module.css';

export interface TextFieldProps {
  label: string;
  value: string;
  placeholder?: string;
  /** The text of the button next to the box. */
  action: string;
  /** The look of that button. */
  look?: 'primary' | 'plain';
  isBusy?: boolean;
  /** The error message about the entered text. */
  problem?: string | undefined;
  onInput: (value: string) => void;
  onSubmit: () => void;
  /** More attributes of the text box. */
  box?: InputHTMLAttributes;
  /** Shown directly below the box. */
  children?: ComponentChildren;
}

/** A text box with its label and a submit button. */
export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, action, isBusy = false, problem, onInput, onSubmit } = props;
  const { box, look = 'plain', children } = props;
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
        <Button type="submit" look={look} isBusy={isBusy}>
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
