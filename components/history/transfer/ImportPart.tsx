import { useId, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import type { LineFault } from '@/lib/domain/transfer/fault';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import styles from './DataDialog.module.css';
import type { DataPartProps } from './data-props';
import { type ImportResult, importFile } from './import-file';
import { TaskError, type Work } from './use-task';

/** Takes the events of a file into the log. */
export function ImportPart({ send, task }: DataPartProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h3 id={id}>{t('transfer.import.title')}</h3>
      <p class={styles.why}>{t('transfer.import.why')}</p>
      <div class={styles.actions}>
        <Button isBusy={task.isRunning} onClick={() => input.current?.click()}>
          {t('transfer.import.action')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".jsonl,.ndjson,.json"
          aria-label={t('transfer.import.file')}
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) task.run(importing(file, send));
            // So that the same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}

function importing(file: File, send: typeof Send): Work {
  return async ({ signal, progress }) => {
    const result = await importFile(file, {
      send,
      signal,
      onProgress: (step, read, added) => {
        if (step === 'checking') progress(t('transfer.import.checking'), read / 2);
        else progress(t('transfer.import.running', { count: added }, added), 0.5 + read / 2);
      },
    });
    const { added, known, problem, fault } = result;
    if (fault !== undefined) throw new TaskError(`${faultText(fault)} ${endOf(result)}`);
    if (problem !== undefined) throw new TaskError(`${t(`problem.${problem}`)} ${endOf(result)}`);
    const text = t('transfer.import.done', { count: added }, added);
    return known === 0 ? text : `${text} ${t('transfer.import.known', { count: known }, known)}`;
  };
}

/** Says what of the file is in the log although it failed. */
function endOf({ added }: ImportResult): string {
  if (added === 0) return t('transfer.import.nothing');
  return t('transfer.import.part', { count: added }, added);
}

function faultText({ line, fault, field }: LineFault): string {
  return t(`transfer.fault.${fault}`, { line, field: field ?? '' });
}
