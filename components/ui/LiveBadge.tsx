import type { ComponentChildren } from 'preact';
import styles from './LiveBadge.module.css';

/** A badge for something that is live. */
export function LiveBadge({ children }: { children: ComponentChildren }) {
  return <span class={styles.badge}>{children}</span>;
}
