import { clsx } from 'clsx';
import type { Connection } from '@/lib/domain/connection';
import styles from './ConnectionDot.module.css';

type Tone = 'good' | 'warning' | 'bad' | 'idle';

function toneOf(connection: Connection): Tone {
  switch (connection.state) {
    case 'listening':
      return connection.problem === null ? 'good' : 'warning';
    case 'connecting':
    case 'reconnecting':
      return 'warning';
    case 'problem':
      return 'bad';
    default:
      return 'idle';
  }
}

/** The connection at a glance; words say the same beside it. */
export function ConnectionDot({ connection }: { connection: Connection }) {
  return <span class={clsx(styles.dot, styles[toneOf(connection)])} aria-hidden="true" />;
}
