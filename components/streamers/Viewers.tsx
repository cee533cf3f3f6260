import { InvisibleText } from '@/components/ui/InvisibleText';
import { formatNumber, t } from '@/lib/i18n/text';
import styles from './Viewers.module.css';

/** How many viewers a stream has, where there is room for all of the number. */
export function Viewers({ count }: { count: number }) {
  const text = t('streamers.viewers', { count }, count);
  return (
    <span class={styles.viewers} title={text}>
      <span class={styles.count}>
        <span aria-hidden="true">{`· ${formatNumber(count)}`}</span>
        <InvisibleText>{text}</InvisibleText>
      </span>
    </span>
  );
}
