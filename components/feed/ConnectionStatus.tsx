import { type Connection, isNotRecording } from '@/lib/domain/connection/connection';
import { t } from '@/lib/i18n/text';
import { ConnectionDot } from './ConnectionDot';
import styles from './ConnectionStatus.module.css';

/** The state of the connection as a text, with its problem except while signed out. */
export function ConnectionStatus({ connection }: { connection: Connection }) {
  const problem =
    'problem' in connection && connection.state !== 'signed_out' ? connection.problem : null;
  const headline = t(
    isNotRecording(connection) ? 'connection.not_recording' : `connection.${connection.state}`,
  );
  return (
    <div class={styles.status} role="status">
      <ConnectionDot connection={connection} />
      <span class={styles.state}>{headline}</span>
      {problem !== null && <span class={styles.problem}>{t(`problem.${problem}`)}</span>}
    </div>
  );
}
