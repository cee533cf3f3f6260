import type { ComponentChildren } from 'preact';
import styles from './Button.module.css';

interface ButtonProps {
  children: ComponentChildren;
  /** At most one button of a screen is `primary`: the most likely action. */
  look?: 'primary' | 'plain' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  isBusy?: boolean;
  onClick?: (event: MouseEvent) => void;
}

/** A button with a text. While busy, it keeps its name and the focus. */
export function Button({
  children,
  look = 'plain',
  type = 'button',
  isBusy = false,
  onClick,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={styles.button}
      data-look={look}
      aria-busy={isBusy}
      aria-disabled={isBusy}
      onClick={isBusy ? undefined : onClick}
    >
      {children}
    </button>
  );
}

interface LinkButtonProps {
  href: string;
  children: ComponentChildren;
  look?: 'primary' | 'plain' | 'quiet';
  title?: string;
  onClick?: (event: MouseEvent) => void;
}

/** A link that looks like a button and opens a new tab. */
export function LinkButton({ children, look = 'plain', ...link }: LinkButtonProps) {
  return (
    <a class={styles.button} data-look={look} {...link} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
