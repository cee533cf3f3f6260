import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { plainText, t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { type RowActions, RowActionsProvider } from '../row-actions';
import styles from './ListWithActions.module.css';
import { useActs } from './use-acts';

interface ListWithActionsProps extends Pick<RowActions, 'onlyViewer' | 'isTrusted'> {
  send: typeof send;
  /** Asks the user to allow notifications. Absent where no screen may ask. */
  askToNotify?: (() => Promise<boolean>) | undefined;
  children: ComponentChildren;
}

/**
 * A list with what can be done with its rows. What a row was hidden with is a new list, so the notice
 * with which that can be undone is above it.
 */
export function ListWithActions({ children, ...props }: ListWithActionsProps) {
  const { onlyViewer, isTrusted, send, askToNotify } = props;
  const notice = useRef<HTMLDivElement>(null);
  const { done, problem, hide, notify, undo, forget } = useActs({ send, askToNotify });

  const actions = useMemo(
    (): RowActions => ({
      onlyViewer,
      notify,
      isTrusted,
      hide: (row) =>
        void hide(row).then((isHidden) => {
          // The row that had the focus goes.
          if (isHidden)
            requestAnimationFrame(() => notice.current?.querySelector('button')?.focus());
        }),
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- they do the same in every rendering
    [send, onlyViewer, isTrusted],
  );

  /** The notice goes, and the focus must not go with it. */
  function leave(): void {
    notice.current?.parentElement?.querySelector<HTMLElement>('[role="group"]')?.focus();
  }

  return (
    <RowActionsProvider value={actions}>
      <div ref={notice} class={styles.notice} data-shown={done !== null}>
        {/* Always there: a text in it is read aloud only when it appears in what is there. */}
        <p class={styles.text} aria-live="polite">
          {done !== null && plainText(done.message)}
        </p>
        {done?.undo && (
          <Button
            look="quiet"
            onClick={(event) => {
              if (isTrusted(event)) void undo(done).then((isUndone) => isUndone && leave());
            }}
          >
            {t('row.undo')}
          </Button>
        )}
        {done !== null && (
          <Button
            look="quiet"
            onClick={() => {
              forget();
              leave();
            }}
          >
            {t('row.dismiss')}
          </Button>
        )}
        {problem !== null && <Notice>{t(`problem.${problem}`)}</Notice>}
      </div>
      {children}
    </RowActionsProvider>
  );
}
