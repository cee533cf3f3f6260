import type { ComponentChildren } from 'preact';
import styles from './Button.module.css';

interface ButtonProps {
  children: ComponentChildren;
  /** One `primary` a screen at most: what the user most likely came to do. */
  look?: 'primary' | 'plain' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  isBusy?: boolean;
  onClick?: (event: MouseEvent) => void;
}

/** A button with words on it. While busy it keeps its name, its place and the focus. */
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
}

/** A link that looks like a button; opens in a tab of its own. */
export function LinkButton({ children, look = 'plain', ...link }: LinkButtonProps) {
  return (
    <a class={styles.button} data-look={look} {...link} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
