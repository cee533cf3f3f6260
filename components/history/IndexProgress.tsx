import { useEffect, useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { readIndexProgress } from '@/lib/db/log-index/progress';
import { t } from '@/lib/i18n/text';
import { wake } from '@/lib/messaging/client';
import { SECOND } from '@/lib/time';
import styles from './IndexProgress.module.css';

/** New events get into the index some seconds later. Less is worth no notice. */
const PATIENCE = 5 * SECOND;

/** The browser ends a worker after 30 seconds without a message. */
const WAKE_EVERY = 20 * SECOND;

/** Says that a view does not know all events yet, and how many of them it knows. */
export function IndexProgress({ db }: { db: Database }) {
  const progress = useLiveQuery(() => readIndexProgress(db), [db]).value;
  const isBehind = progress !== undefined && progress.behind > 0;
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!isBehind) return undefined;
    const patience = setTimeout(() => setLate(true), PATIENCE);
    const awake = setInterval(() => void wake(), WAKE_EVERY);
    return () => {
      clearTimeout(patience);
      clearInterval(awake);
    };
  }, [isBehind]);
  if (!isBehind || !isLate) return null;
  const percent = Math.floor(progress.done * 100);
  return (
    <div class={styles.progress}>
      <label>
        {t('history.index_behind', { percent: String(percent) })}
        <progress max={100} value={percent} />
      </label>
    </div>
  );
}
