import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/domain/problem';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import type { send as sendCommand } from '@/lib/messaging/client';
import { type RowActions, RowActionsProvider } from '../row-actions';
import styles from './ListWithActions.module.css';

interface ListWithActionsProps extends Omit<RowActions, 'hide'> {
  send: typeof sendCommand;
  children: ComponentChildren;
}

/**
 * A list with what can be done with its rows. What a row was hidden with is a new list, so the notice
 * with which that can be undone is above it.
 */
export function ListWithActions({ send, children, ...offered }: ListWithActionsProps) {
  const [hidden, setHidden] = useState<RowView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const notice = useRef<HTMLDivElement>(null);
  const { onlyViewer, notify, isTrusted } = offered;

  const actions = useMemo((): RowActions => {
    async function hide(row: RowView): Promise<void> {
      const { kind, streamerId } = row;
      const reply = await send('feed/hideKind', { kind, streamerId, isHidden: true });
      setProblem(reply.ok ? null : reply.problem);
      if (!reply.ok) return;
      setHidden(row);
      // The row that had the focus goes.
      requestAnimationFrame(() => notice.current?.querySelector('button')?.focus());
    }
    return { onlyViewer, notify, isTrusted, hide: (row) => void hide(row) };
  }, [send, onlyViewer, notify, isTrusted]);

  async function undo({ kind, streamerId }: RowView): Promise<void> {
    const reply = await send('feed/hideKind', { kind, streamerId, isHidden: false });
    if (reply.ok) close();
    else setProblem(reply.problem);
  }

  function close(): void {
    setHidden(null);
    setProblem(null);
    // The notice goes, and the focus must not go with it.
    notice.current?.parentElement?.querySelector<HTMLElement>('[role="group"]')?.focus();
  }

  return (
    <RowActionsProvider value={actions}>
      <div ref={notice} class={styles.notice} data-shown={hidden !== null}>
        {hidden !== null && (
          <>
            <p class={styles.text} aria-live="polite">
              {t('row.hidden')}
            </p>
            <Button look="quiet" onClick={(event) => isTrusted(event) && void undo(hidden)}>
              {t('row.undo')}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('row.dismiss')}
            </Button>
          </>
        )}
        {problem !== null && <Notice>{t(`problem.${problem}`)}</Notice>}
      </div>
      {children}
    </RowActionsProvider>
  );
}
