import { useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { Button } from '@/components/ui/form/Button';
import { ConfirmButton } from '@/components/ui/form/ConfirmButton';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { saveFile } from '@/lib/platform/save-file';

const FILE_NAME = 'streamer-event-viewer.jsonl';

interface DatabaseRecoveryProps {
  db: Database;
  /** Returns everything in the database that is still readable. */
  salvage: () => Promise<Blob>;
  startOver: () => Promise<Reply<null>>;
  reload: () => void;
}

/** The section to save and replace a database that cannot be opened. Empty if it opens. */
export function DatabaseRecovery({ db, salvage, startOver, reload }: DatabaseRecoveryProps) {
  const problem = useDatabaseProblem(db);
  const startingOver = useCommand(startOver);
  const [isUnreadable, setIsUnreadable] = useState(false);
  if (problem === null) return null;

  async function replaceDatabase(): Promise<void> {
    // The open connection of this page belongs to the old database.
    if ((await startingOver.run()).ok) reload();
  }

  async function saveReadable(): Promise<void> {
    setIsUnreadable(false);
    try {
      saveFile(await salvage(), FILE_NAME);
    } catch {
      setIsUnreadable(true);
    }
  }

  return (
    <section class="card" aria-labelledby="rescue-title">
      <h2 id="rescue-title">{t('options.recovery.title')}</h2>
      <Notice>
        {t(problem === 'database_damaged' ? 'options.recovery.damaged' : `problem.${problem}`)}
      </Notice>
      {problem === 'database_damaged' && (
        <>
          <p>{t('options.recovery.why')}</p>
          <div class="actions">
            <Button onClick={() => void saveReadable()}>{t('options.recovery.save')}</Button>
            <ConfirmButton
              action={t('options.recovery.start')}
              question={t('options.recovery.sure')}
              consequence={t('options.recovery.forever')}
              confirm={t('options.recovery.start')}
              cancel={t('action.cancel')}
              isBusy={startingOver.isBusy}
              onConfirm={() => void replaceDatabase()}
            />
          </div>
        </>
      )}
      {isUnreadable && <Notice>{t('options.recovery.unreadable')}</Notice>}
      {startingOver.problem !== null && <Notice>{t(`problem.${startingOver.problem}`)}</Notice>}
    </section>
  );
}
