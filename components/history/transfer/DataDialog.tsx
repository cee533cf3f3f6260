import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '@/components/ui/form/IconButton';
import { x } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import styles from './DataDialog.module.css';
import { DeletePart } from './DeletePart';
import type { DataProps } from './data-props';
import { ExportPart } from './ExportPart';
import { ImportPart } from './ImportPart';
import { TaskStatus } from './TaskStatus';
import { useTask } from './use-task';

/** Takes events out of the log into a file, from a file into the log, and deletes them. */
export function DataDialog({ onClose, ...props }: DataProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const task = useTask(t('transfer.failed'));
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={id}
      // The dialogs inside are closed by events that bubble.
      onClose={(event) => event.target === dialog.current && onClose()}
      onCancel={(event) => task.isRunning && event.preventDefault()}
    >
      <header class={styles.head}>
        <h2 class={styles.title} id={id}>
          {t('transfer.title')}
        </h2>
        <IconButton icon={x} label={t('transfer.close')} onClick={() => dialog.current?.close()} />
      </header>
      <ExportPart {...props} task={task} />
      <ImportPart {...props} task={task} />
      <DeletePart {...props} task={task} />
      <TaskStatus task={task} />
    </dialog>
  );
}
