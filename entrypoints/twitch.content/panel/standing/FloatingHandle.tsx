import { useId } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { gripVertical } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import styles from './FloatingHandle.module.css';
import type { useFloating } from './use-floating';

/** The handle that moves the floating panel: by dragging it, or by keys while it has the focus. */
export function FloatingHandle(props: ReturnType<typeof useFloating>['handle']) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        class={styles.handle}
        aria-label={t('stand.handle')}
        aria-describedby={id}
        title={t('stand.handle_keys')}
        {...props}
      >
        <Icon of={gripVertical} size={16} />
      </button>
      <span id={id} hidden>
        {t('stand.handle_keys')}
      </span>
    </>
  );
}
