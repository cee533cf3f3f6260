import { useEffect, useId, useState } from 'preact/hooks';
import { MessageText } from '@/components/text/MessageText';
import { ConfirmButton } from '@/components/ui/form/ConfirmButton';
import { Select } from '@/components/ui/form/Select';
import { countEvents } from '@/lib/db/transfer/count-events';
import { type EventScope, isEverything } from '@/lib/domain/transfer/scope';
import { isolated } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import type { CommandValue, Reply } from '@/lib/messaging/protocol';
import { DateField } from '../filters/DateField';
import styles from './DataDialog.module.css';
import type { DataPartProps } from './data-props';
import { type DeletionForm, formOf, scopeOf } from './deletion-form';
import { TaskError, type Work } from './use-task';

/** No streamer has this id. */
const ALL = '';

/** Deletes events: of a streamer, of the viewer whose events the page shows, of some days, or all. */
export function DeletePart({ db, address, streamers, viewer, send, task }: DataPartProps) {
  const [form, setForm] = useState(() => formOf(address));
  const scope = scopeOf(form, address);
  const [count, recount] = useCount(() => countEvents(db, scope), JSON.stringify(scope));
  const id = useId();
  const change = (part: Partial<DeletionForm>) => setForm({ ...form, ...part });
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h3 id={id}>{t('transfer.delete.title')}</h3>
      <div class={styles.fields}>
        <Select
          label={t('for.streamer')}
          value={form.streamerId ?? ALL}
          options={[
            { value: ALL, text: t('for.all') },
            ...streamers.map(({ id, name }) => ({ value: id, text: isolated(name) })),
          ]}
          onChoose={(streamerId) => change({ streamerId: streamerId === ALL ? null : streamerId })}
        />
        <DateField
          label={t('log_filter.first')}
          day={form.first}
          onChange={(first) => change({ first })}
        />
        <DateField
          label={t('log_filter.last')}
          day={form.last}
          onChange={(last) => change({ last })}
        />
      </div>
      {address.viewerId !== null && (
        <label class={styles.choice}>
          <input
            type="checkbox"
            checked={form.isOfViewer}
            onChange={({ currentTarget }) => change({ isOfViewer: currentTarget.checked })}
          />
          <span>
            {viewer === null ? (
              t('transfer.delete.only_viewer')
            ) : (
              <MessageText message={{ message: 'transfer.delete.only', params: { viewer } }} />
            )}
          </span>
        </label>
      )}
      <p class={styles.why} role="status">
        {count === null
          ? t('transfer.delete.counting')
          : t('transfer.delete.count', { count }, count)}
      </p>
      {count !== null && count > 0 && (
        <div class={styles.actions}>
          <ConfirmButton
            action={t('action.delete')}
            question={t('transfer.delete.sure', { count }, count)}
            consequence={t(isEverything(scope) ? 'transfer.delete.all' : 'transfer.delete.forever')}
            confirm={t('action.delete')}
            cancel={t('action.cancel')}
            isBusy={task.isRunning}
            onConfirm={() => task.run(deleting(scope, { send, count, recount }))}
          />
        </div>
      )}
    </section>
  );
}

/** Counts what a scope has; `null` until it is known. `key` says what is counted. */
function useCount(countNow: () => Promise<number>, key: string) {
  const [counted, setCounted] = useState<{ key: string; count: number } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const take = (count: number) => isCurrent && setCounted({ key, count });
    countNow().then(take, () => undefined);
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what is counted
  }, [key, round]);
  const count = counted?.key === key ? counted.count : null;
  return [count, () => setRound((last) => last + 1)] as const;
}

interface Deletion {
  send: typeof Send;
  /** The number of events that the user has agreed to. */
  count: number;
  recount: () => void;
}

type DeletionReply = Reply<CommandValue<'history/delete-part'>>;

function deleting(scope: EventScope, { send, count, recount }: Deletion): Work {
  return async ({ signal, progress }) => {
    let deleted = 0;
    let after: number | null = null;
    try {
      if (isEverything(scope)) {
        const reply = await send('history/delete', {});
        if (!reply.ok) throw new TaskError(t(`problem.${reply.problem}`));
        return t('transfer.delete.done', { count }, count);
      }
      do {
        signal.throwIfAborted();
        const step: DeletionReply = await send('history/delete-part', { scope, after });
        if (!step.ok) throw new TaskError(t(`problem.${step.problem}`));
        deleted += step.value.deleted;
        after = step.value.next;
        const text = t('transfer.delete.running', { count: deleted }, deleted);
        progress(text, Math.min(1, deleted / count));
      } while (after !== null);
      return t('transfer.delete.done', { count: deleted }, deleted);
    } finally {
      recount();
    }
  };
}
