import { useId, useRef } from 'preact/hooks';
import { Button } from './Button';
import styles from './ConfirmButton.module.css';

interface ConfirmButtonProps {
  /** The text of the button that opens the dialog. */
  action: string;
  /** The title of the dialog. */
  question: string;
  consequence: string;
  /** The text of the button that confirms. */
  confirm: string;
  /** The text of the button that only closes the dialog. */
  cancel: string;
  isBusy: boolean;
  onConfirm: () => void;
}

/** A button for something that cannot be undone: it asks for confirmation first. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { action, question, consequence, confirm, cancel, isBusy, onConfirm } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  function closeAndConfirm(): void {
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
          <Button onClick={() => dialog.current?.close()}>{cancel}</Button>
          <Button look="danger" onClick={closeAndConfirm}>
            {confirm}
          </Button>
        </div>
      </dialog>
    </>
  );
}
