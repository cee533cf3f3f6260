import { useId, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { Button } from './Button';
import styles from './ConfirmButton.module.css';

interface ConfirmButtonProps {
  /** What the button says. */
  action: string;
  question: string;
  /** What follows from it. */
  consequence: string;
  /** What the button says that goes through with it. */
  confirm: string;
  isBusy: boolean;
  onConfirm: () => void;
}

/** A button for what can't be undone: it asks once more before it acts. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { action, question, consequence, confirm, isBusy, onConfirm } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  function goThrough(): void {
    dialog.current?.close();
    onConfirm();
  }

  return (
    <>
      <Button look="danger" isBusy={isBusy} onClick={() => dialog.current?.showModal()}>
        {action}
      </Button>
      <dialog class={styles.dialog} ref={dialog} aria-labelledby={id}>
        <h3 id={id}>{question}</h3>
        <p>{consequence}</p>
        <div class={styles.choices}>
          <Button onClick={() => dialog.current?.close()}>{t('action.cancel')}</Button>
          <Button look="danger" onClick={goThrough}>
            {confirm}
          </Button>
        </div>
      </dialog>
    </>
  );
}
