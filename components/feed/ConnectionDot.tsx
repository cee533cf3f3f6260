import type { Connection } from '@/lib/domain/connection/connection';
import styles from './ConnectionDot.module.css';

/** The connection's state as a colored dot, hidden from screen readers: a text says the same. */
export function ConnectionDot({ connection }: { connection: Connection }) {
  return (
    <span
      class={styles.dot}
      data-state={connection.state}
      data-limited={'problem' in connection && connection.problem !== null}
      aria-hidden="true"
    />
  );
}
