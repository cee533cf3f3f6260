import type { ComponentChildren } from 'preact';
import { type Connection, isNotRecording } from '@/lib/domain/connection/connection';
import { t } from '@/lib/i18n/text';
import { ConnectionDot } from './ConnectionDot';
import styles from './ConnectionStatus.module.css';

interface ConnectionStatusProps {
  connection: Connection;
  /** The address of the options; empty on that page itself, absent where no link can open it. */
  optionsUrl?: string;
  /** Shown behind the state. */
  since?: ComponentChildren;
}

/** The state of the connection as a text, with its problem except while signed out. */
export function ConnectionStatus({ connection, optionsUrl, since }: ConnectionStatusProps) {
  const problem =
    'problem' in connection && connection.state !== 'signed_out' ? connection.problem : null;
  const headline = t(
    isNotRecording(connection) ? 'connection.not_recording' : `connection.${connection.state}`,
  );
  return (
    <div class={styles.status} role="status">
      <ConnectionDot connection={connection} />
      <span class={styles.state}>
        {headline}
        {since}
      </span>
      {problem !== null && (
        <span class={styles.problem}>
          {problem === 'storage_full' && optionsUrl !== undefined ? (
            <StorageFull optionsUrl={optionsUrl} />
          ) : (
            t(`problem.${problem}`)
          )}
        </span>
      )}
    </div>
  );
}

function StorageFull({ optionsUrl }: { optionsUrl: string }) {
  const target = optionsUrl === '' ? {} : { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <>
      {t('options.history.full')}{' '}
      <a href={`${optionsUrl}#history`} {...target}>
        {t('options.history.title')}
      </a>
    </>
  );
}
