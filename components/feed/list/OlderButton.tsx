import { Button } from '@/components/ui/form/Button';
import { t } from '@/lib/i18n/text';
import styles from './OlderButton.module.css';

interface OlderButtonProps {
  state: 'idle' | 'loading' | 'failed';
  onClick: () => void;
}

/** Asks for older rows, and says if they could not be read. */
export function OlderButton({ state, onClick }: OlderButtonProps) {
  return (
    <div class={styles.older}>
      <Button look="quiet" isBusy={state === 'loading'} onClick={onClick}>
        {t('list.show_older')}
      </Button>
      {state === 'failed' && (
        <p class={styles.failed} role="alert">
          {t('list.older_failed')}
        </p>
      )}
    </div>
  );
}
