import { useCommand } from '@/components/hooks/use-command';
import { ConfirmButton } from '@/components/ui/form/ConfirmButton';
import { Notice } from '@/components/ui/Notice';
import type { EventDetails } from '@/lib/db/feed/event-details';
import { MAX_DELETED } from '@/lib/domain/transfer/limits';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import type { Reply } from '@/lib/messaging/protocol';

interface DeleteButtonProps {
  details: EventDetails;
  send: typeof Send;
  /** The row with this id is deleted. */
  onDeleted: (rowId: string) => void;
}

/** Deletes all events of a row, after the user was asked. */
export function DeleteButton({ details, send, onDeleted }: DeleteButtonProps) {
  const { row, members } = details;
  const deleting = useCommand(deleteEvents);
  const count = members.length;

  async function deleteRow(): Promise<void> {
    const reply = await deleting.run(
      members.map(({ event }) => event.id),
      send,
    );
    if (reply.ok) onDeleted(row.id);
  }

  return (
    <>
      <ConfirmButton
        action={t('action.delete')}
        question={t('drawer.sure', { count }, count)}
        consequence={t('drawer.forever')}
        confirm={t('action.delete')}
        cancel={t('action.cancel')}
        isBusy={deleting.isBusy}
        onConfirm={() => void deleteRow()}
      />
      {deleting.problem !== null && <Notice>{t(`problem.${deleting.problem}`)}</Notice>}
    </>
  );
}

async function deleteEvents(ids: readonly string[], send: typeof Send): Promise<Reply<number>> {
  let deleted = 0;
  for (let from = 0; from < ids.length; from += MAX_DELETED) {
    const reply = await send('history/delete-events', { ids: ids.slice(from, from + MAX_DELETED) });
    if (!reply.ok) return reply;
    deleted += reply.value;
  }
  return { ok: true, value: deleted };
}
