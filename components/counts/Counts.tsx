import { useId } from 'preact/hooks';
import { UntrustedText } from '@/components/text/UntrustedText';
import type { StreamerCount } from '@/lib/db/history/counts';
import { t } from '@/lib/i18n/text';
import styles from './Counts.module.css';
import { CountTable } from './CountTable';

interface CountsProps {
  /** `undefined` until they are read. */
  counts: readonly StreamerCount[] | undefined;
  favoriteId: string | null;
}

/** The number of recorded events of each streamer, with a table of their types. */
export function Counts({ counts, favoriteId }: CountsProps) {
  const id = useId();
  return (
    <section class={styles.counts} aria-labelledby={id}>
      <h2 class={styles.title} id={id}>
        {t('counts.title')}
      </h2>
      <p class={styles.hint}>{counts?.length === 0 ? t('counts.empty') : t('counts.hint')}</p>
      {counts?.map((count) => (
        <details
          key={count.streamerId}
          class={styles.streamer}
          open={count.streamerId === favoriteId}
        >
          <summary class={styles.summary}>
            <b class={styles.name}>
              <UntrustedText text={count.streamerName} />
            </b>
            <span class={styles.total}>
              {t('counts.events', { count: count.total }, count.total)}
            </span>
          </summary>
          <CountTable count={count} />
        </details>
      ))}
    </section>
  );
}
