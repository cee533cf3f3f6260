import { useId, useState } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import type { Database } from '@/lib/db/database';
import { filterOfAddress } from '@/lib/db/feed/log/address-filter';
import { eventsOf } from '@/lib/db/feed/log-events';
import { totalEvents } from '@/lib/db/history/totals';
import { type ExportFormat, exportEvents } from '@/lib/db/transfer/export-events';
import { allEvents } from '@/lib/db/transfer/read-events';
import {
  type HistoryAddress,
  historySearch,
  WHOLE_HISTORY,
} from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { saveFile } from '@/lib/platform/save-file';
import { systemClock } from '@/lib/time';
import styles from './DataDialog.module.css';
import type { DataPartProps } from './data-props';
import type { Work } from './use-task';

/** Writes events into a file that the user saves: those of the view, or all. */
export function ExportPart({ db, address, task }: DataPartProps) {
  const isFiltered = filtersOf(address) !== '';
  const [isAll, setAll] = useState(!isFiltered);
  const id = useId();
  const start = (format: ExportFormat) =>
    task.run(exporting(db, { format, address: isAll ? null : address }));
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h3 id={id}>{t('transfer.export.title')}</h3>
      <p class={styles.why}>{t('transfer.export.why')}</p>
      {isFiltered && (
        <fieldset class={styles.choices} aria-label={t('transfer.export.what')}>
          <Choice
            isChosen={!isAll}
            text={t('transfer.export.view')}
            onChoose={() => setAll(false)}
          />
          <Choice isChosen={isAll} text={t('transfer.export.all')} onChoose={() => setAll(true)} />
        </fieldset>
      )}
      <div class={styles.actions}>
        <Button isBusy={task.isRunning} onClick={() => start('csv')}>
          {t('transfer.export.csv')}
        </Button>
        <Button isBusy={task.isRunning} onClick={() => start('json')}>
          {t('transfer.export.json')}
        </Button>
      </div>
    </section>
  );
}

interface ChoiceProps {
  isChosen: boolean;
  text: string;
  onChoose: () => void;
}

function Choice({ isChosen, text, onChoose }: ChoiceProps) {
  return (
    <label class={styles.choice}>
      <input type="radio" name="export-what" checked={isChosen} onChange={onChoose} />
      {text}
    </label>
  );
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = { csv: 'csv', json: 'jsonl' };

interface Export {
  format: ExportFormat;
  /** What the page shows, if only that is written. */
  address: HistoryAddress | null;
}

function exporting(db: Database, { format, address }: Export): Work {
  return async ({ signal, progress }) => {
    const now = systemClock.now();
    const total = address === null ? await totalEvents(db) : null;
    const events =
      address === null
        ? allEvents(db, signal)
        : eventsOf(db, await filterOfAddress(db, address), { signal });
    let written = 0;
    const file = await exportEvents(db, {
      format,
      events,
      ...gapsFor(address),
      now,
      onProgress: (count) => {
        written = count;
        const text = t('transfer.export.running', { count }, count);
        progress(text, total === null ? null : Math.min(1, count / total));
      },
    });
    const day = new Date(now).toISOString().slice(0, 10);
    saveFile(file, `streamer-event-viewer-${day}.${ENDINGS[format]}`);
    return t('transfer.export.done', { count: written }, written);
  };
}

/** Returns what the address leaves out; empty for nothing. */
function filtersOf(address: HistoryAddress): string {
  return historySearch({ ...address, view: 'feed', eventId: null, broadcastId: null });
}

/** Where no event is left out, the gaps say when nobody listened. */
function gapsFor(address: HistoryAddress | null): { gapsOf?: string | null } {
  if (address === null) return { gapsOf: null };
  const { streamerId } = address;
  return filtersOf(address) === historySearch({ ...WHOLE_HISTORY, streamerId })
    ? { gapsOf: streamerId }
    : {};
}
