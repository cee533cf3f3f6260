import type { ComponentChildren } from 'preact';
import styles from './InvisibleText.module.css';

/** An invisible text: screen readers read it out when it changes, without interrupting. */
export function LiveRegion({ children }: { children: ComponentChildren }) {
  return (
    <div class={styles.invisible} aria-live="polite">
      {children}
    </div>
  );
}
