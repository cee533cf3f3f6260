import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { t } from '@/lib/i18n/text';
import styles from './TaskStatus.module.css';
import type { Task } from './use-task';

/** How far a task is, with a button that cancels it, and afterwards what became of it. */
export function TaskStatus({ task: { state, isRunning, cancel } }: { task: Task }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The button that cancels is gone, and the focus must not go with it.
    const { activeElement } = document;
    if (!isRunning && activeElement === document.body) place.current?.focus();
  }, [isRunning]);
  return (
    <div ref={place} class={styles.status} data-state={state.is} tabIndex={-1}>
      {state.is === 'running' && (
        <div class={styles.running}>
          <label class={styles.label}>
            {state.text}
            {state.part === null ? <progress /> : <progress max={1} value={state.part} />}
          </label>
          <Button onClick={cancel}>{t('action.cancel')}</Button>
        </div>
      )}
      <div role="status">
        {state.is === 'done' && <SuccessMessage>{state.text}</SuccessMessage>}
      </div>
      {state.is === 'failed' && <Notice>{state.text}</Notice>}
    </div>
  );
}
