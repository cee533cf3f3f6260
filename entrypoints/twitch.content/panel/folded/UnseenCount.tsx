import { formatNumber } from '@/lib/i18n/text';
import styles from './UnseenCount.module.css';

const MAX_COUNT = 99;

/** The number of new events, if there are any. */
export function UnseenCount({ unseen }: { unseen: number }) {
  if (unseen === 0) return null;
  return (
    <span class={styles.unseen}>{unseen > MAX_COUNT ? `${MAX_COUNT}+` : formatNumber(unseen)}</span>
  );
}
