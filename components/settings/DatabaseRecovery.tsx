import { useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { Button } from '@/components/ui/form/Button';
import { ConfirmButton } from '@/components/ui/form/ConfirmButton';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';

const FILE_NAME = 'streamer-event-viewer.jsonl';

interface DatabaseRecoveryProps {
  db: Database;
  /** Whatever can still be read. */
  salvage: () => Promise<Blob>;
  startOver: () => Promise<Reply<null>>;
  reload: () => void;
}

/** What there is to do when the database can't be opened; nothing while it can. */
export function DatabaseRecovery({
  db,
  salvage,
  startOver: startAnew,
  reload,
}: DatabaseRecoveryProps) {
  const problem = useDatabaseProblem(db);
  const starting = useCommand(startAnew);
  const [isUnreadable, setIsUnreadable] = useState(false);
  if (problem === null) return null;

  async function start(): Promise<void> {
    // What this page holds of the database is of the one that is gone.
    if ((await starting.run()).ok) reload();
  }

  async function save(): Promise<void> {
    setIsUnreadable(false);
    try {
      offer(await salvage());
    } catch {
      setIsUnreadable(true);
    }
  }

  return (
    <section class="card" aria-labelledby="rescue-title">
      <h2 id="rescue-title">{t('options.rescue.title')}</h2>
      <Notice>{t(`problem.${problem}`)}</Notice>
      {problem === 'database_damaged' && (
        <>
          <p>{t('options.rescue.why')}</p>
          <div class="actions">
            <Button onClick={() => void save()}>{t('options.rescue.save')}</Button>
            <ConfirmButton
              action={t('options.rescue.start')}
              question={t('options.rescue.sure')}
              consequence={t('options.rescue.forever')}
              confirm={t('options.rescue.start')}
              isBusy={starting.isBusy}
              onConfirm={() => void start()}
            />
          </div>
        </>
      )}
      {isUnreadable && <Notice>{t('options.rescue.unreadable')}</Notice>}
      {starting.problem !== null && <Notice>{t(`problem.${starting.problem}`)}</Notice>}
    </section>
  );
}

/** Lets the user save a file, as a link to it would. */
function offer(content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}
