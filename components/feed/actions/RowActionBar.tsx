import { useEffect, useState } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { circlePlay, copy } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { jumpUrl } from '@/lib/domain/channel/recording';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { SECOND, systemClock } from '@/lib/time';
import { useRowActions } from '../row-actions';
import { copyRow } from './copy-row';
import styles from './RowActionBar.module.css';
import { RowMenu } from './RowMenu';

interface RowActionBarProps {
  row: RowView;
  /** False until the user has come to the row: what nobody needs must not make a list slow. */
  isActive: boolean;
}

const NOTE_MS = 3 * SECOND;

/** What can be done with a row: the most frequent at a click, everything in a menu. */
export function RowActionBar({ row, isActive }: RowActionBarProps) {
  const { isTrusted } = useRowActions();
  const [note, setNote] = useState('');
  useEffect(
    () => (note === '' ? undefined : systemClock.after(NOTE_MS, () => setNote(''))),
    [note],
  );
  const copyNow = async (): Promise<void> =>
    setNote(t((await copyRow(row)) ? 'row.copied' : 'row.not_copied'));
  return (
    <div class={styles.bar} data-note={note !== ''}>
      {isActive && (
        <div class={styles.quick}>
          {note !== '' && (
            <span class={styles.note} aria-hidden="true">
              {note}
            </span>
          )}
          {row.jump !== null && (
            <a
              class={styles.button}
              data-jump
              href={jumpUrl(row.jump)}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('row.jump')}
              title={t('row.jump')}
            >
              <Icon of={circlePlay} size={15} />
            </a>
          )}
          <button
            type="button"
            class={styles.button}
            aria-label={t('row.copy')}
            title={t('row.copy')}
            onClick={(event) => {
              if (isTrusted(event)) void copyNow();
            }}
          >
            <Icon of={copy} size={14} />
          </button>
          <LiveRegion>{note}</LiveRegion>
        </div>
      )}
      <RowMenu row={row} onCopy={() => void copyNow()} />
    </div>
  );
}
