import { Icon } from '@/components/ui/Icon';
import { pin, puzzle, settings } from '@/components/ui/icons';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { t } from '@/lib/i18n/text';
import styles from './PinHint.module.css';
import { type ReadPinned, usePinned } from './use-pinned';

interface PinHintProps {
  browserName: 'chrome' | 'firefox';
  readPinned: ReadPinned;
}

const WORDS = { chrome: 'welcome.watch.pin_chrome', firefox: 'welcome.watch.pin_firefox' } as const;

/** Says how to keep the button in the toolbar, until it is there. */
export function PinHint({ browserName, readPinned }: PinHintProps) {
  const isPinned = usePinned(readPinned);
  return (
    <section class={styles.section}>
      <h2>{t('welcome.watch.pin')}</h2>
      {isPinned ? (
        <SuccessMessage>
          <span>{t('welcome.watch.pinned')}</span>
        </SuccessMessage>
      ) : (
        <div class={styles.hint}>
          <p class={styles.words}>{t(WORDS[browserName])}</p>
          <Drawing browserName={browserName} />
        </div>
      )}
    </section>
  );
}

/** The corner of the browser: the puzzle piece, and the menu below it. */
function Drawing({ browserName }: Pick<PinHintProps, 'browserName'>) {
  return (
    <div class={styles.drawing} aria-hidden="true">
      <div class={styles.bar}>
        <span class={styles.address} />
        <span class={styles.target}>
          <Icon of={puzzle} size={16} />
        </span>
      </div>
      <div class={styles.menu}>
        <img src="/icons/32.png" alt="" width={16} height={16} />
        <span class={styles.product}>{t('app.name')}</span>
        <span class={styles.target}>
          <Icon of={browserName === 'firefox' ? settings : pin} size={16} />
        </span>
      </div>
    </div>
  );
}
