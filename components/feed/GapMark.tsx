import { useNow } from '@/components/ui/hooks/use-now';
import type { Gap } from '@/lib/domain/history/gap';
import { t } from '@/lib/i18n/text';
import { clockTime } from '@/lib/time';
import styles from './GapMark.module.css';

/** Shows a gap: from when to when the extension did not listen, and why. */
export function GapMark({ gap: { from, until, reason } }: { gap: Gap }) {
  return (
    <p class={styles.mark}>
      {t('gap.mark', {
        from: clockTime(from, useNow()),
        until: clockTime(until, from),
        reason: t(`gap.${reason}`),
      })}
    </p>
  );
}
