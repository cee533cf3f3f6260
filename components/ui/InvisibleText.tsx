import type { ComponentChildren } from 'preact';
import styles from './InvisibleText.module.css';

/** A text for screen readers only. */
export function InvisibleText({ children }: { children: ComponentChildren }) {
  return <span class={styles.invisible}>{children}</span>;
}
