import { useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { ConfirmButton } from '@/components/ui/form/ConfirmButton';
import { Notice } from '@/components/ui/Notice';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { RetentionSettings } from './RetentionSettings';

interface HistorySettingsProps {
  deleteHistory: () => Promise<Reply<null>>;
}

/** The part about recorded events: how long to keep them, and a button to delete them all. */
export function HistorySettings({ deleteHistory }: HistorySettingsProps) {
  const deleting = useCommand(deleteHistory);
  const [isDeleted, setIsDeleted] = useState(false);

  async function deleteAll(): Promise<void> {
    setIsDeleted(false);
    const reply = await deleting.run();
    setIsDeleted(reply.ok);
  }

  return (
    <section class="card" aria-labelledby="history-title">
      <h3 id="history-title">{t('options.history.title')}</h3>
      <p>{t('options.history.why')}</p>
      <RetentionSettings />
      <div>
        <ConfirmButton
          action={t('options.history.delete')}
          question={t('options.history.sure')}
          consequence={t('options.history.forever')}
          confirm={t('action.delete')}
          cancel={t('action.cancel')}
          isBusy={deleting.isBusy}
          onConfirm={() => void deleteAll()}
        />
      </div>
      {deleting.problem !== null && <Notice>{t(`problem.${deleting.problem}`)}</Notice>}
      <div role="status">
        {isDeleted && <SuccessMessage>{t('options.history.deleted')}</SuccessMessage>}
      </div>
    </section>
  );
}
