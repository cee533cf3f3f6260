import { useNow } from '@/components/ui/hooks/use-now';
import { t } from '@/lib/i18n/text';
import { absoluteTime, clockTime } from '@/lib/time';
import styles from './Foot.module.css';

/** Says since when something is so, in milliseconds since 1970. */
export function Since({ time }: { time: number }) {
  return (
    <>
      {' '}
      <time class={styles.since} datetime={new Date(time).toISOString()} title={absoluteTime(time)}>
        {t('popup.since', { time: clockTime(time, useNow()) })}
      </time>
    </>
  );
}
