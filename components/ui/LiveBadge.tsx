import type { ComponentChildren } from 'preact';
import styles from './LiveBadge.module.css';

/** Marks a stream that is on the air. */
export function LiveBadge({ children }: { children: ComponentChildren }) {
  return <span class={styles.badge}>{children}</span>;
}
