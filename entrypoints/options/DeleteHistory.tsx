import { useRef, useState } from 'preact/hooks';
import { t } from '@/components/text/text';
import { Button } from '@/components/ui/Button';
import { Done } from '@/components/ui/Done';
import { Notice } from '@/components/ui/Notice';
import { useCommand } from '@/components/ui/use-command';
import type { Reply } from '@/lib/messaging/protocol';

interface DeleteHistoryProps {
  deleteHistory: () => Promise<Reply<null>>;
}

/** Deletes everything recorded, after asking once. */
export function DeleteHistory({ deleteHistory }: DeleteHistoryProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const deleting = useCommand(deleteHistory);
  const [isDeleted, setIsDeleted] = useState(false);

  async function confirm(): Promise<void> {
    dialog.current?.close();
    const reply = await deleting.run();
    setIsDeleted(reply.ok);
  }

  return (
    <section class="card">
      <h2>{t('options.history.title')}</h2>
      <p>{t('options.history.why')}</p>
      <div>
        <Button
          look="danger"
          isBusy={deleting.isBusy}
          onClick={() => {
            setIsDeleted(false);
            dialog.current?.showModal();
          }}
        >
          {t('options.history.delete')}
        </Button>
      </div>
      {deleting.problem !== null && <Notice>{t(`problem.${deleting.problem}`)}</Notice>}
      <div role="status">{isDeleted && <Done>{t('options.history.deleted')}</Done>}</div>
      <dialog class="dialog" ref={dialog} aria-labelledby="sure">
        <h3 id="sure">{t('options.history.sure')}</h3>
        <p>{t('options.history.forever')}</p>
        <div class="choices">
          <Button onClick={() => dialog.current?.close()}>{t('action.cancel')}</Button>
          <Button look="danger" onClick={() => void confirm()}>
            {t('action.delete')}
          </Button>
        </div>
      </dialog>
    </section>
  );
}
