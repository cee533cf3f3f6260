import type { TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { IconButton } from '@/components/ui/form/IconButton';
import { x } from '@/components/ui/icons';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { countsByStreamer } from '@/lib/db/history/counts';
import { t } from '@/lib/i18n/text';
import styles from './Counts.module.css';
import { StreamerTable, TypeTable } from './CountTables';

interface CountsDialogProps {
  db: Database;
  onClose: () => void;
}

/** All counts, read from the database, in front of everything else. */
export function CountsDialog({ db, onClose }: CountsDialogProps) {
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape') return;
    // The browser closes the popup on an Escape that is not prevented.
    event.preventDefault();
    dialog.current?.close();
  }

  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <header class={styles.head}>
        <h2 class={styles.title} id={titleId}>
          {t('counts.title')}
        </h2>
        <IconButton icon={x} label={t('counts.close')} onClick={() => dialog.current?.close()} />
      </header>
      {counts.hasFailed && <Notice>{t('feed.failed')}</Notice>}
      {counts.value && (
        <>
          <p class={styles.hint}>
            {counts.value.length === 0 ? t('counts.empty') : t('counts.hint')}
          </p>
          {counts.value.length > 0 && <StreamerTable counts={counts.value} />}
          {counts.value.length > 0 && <TypeTable counts={counts.value} />}
        </>
      )}
    </dialog>
  );
}
