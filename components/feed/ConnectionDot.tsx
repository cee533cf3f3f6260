import type { Connection } from '@/lib/domain/connection/connection';
import styles from './ConnectionDot.module.css';

/** The connection at a glance; words say the same beside it. */
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
