import type { ComponentChildren } from 'preact';
import styles from './LiveRegion.module.css';

/** Words that are not seen: screen readers read them out when they change, and interrupt nothing. */
export function LiveRegion({ children }: { children: ComponentChildren }) {
  return (
    <div class={styles.unseen} aria-live="polite">
      {children}
    </div>
  );
}
