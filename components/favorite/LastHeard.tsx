import { useNow } from '@/components/ui/hooks/use-now';
import { t } from '@/lib/i18n/text';
import { absoluteTime, clockTime } from '@/lib/time';

/** Shows until when the extension listened to the favorite, in milliseconds since 1970. */
export function LastHeard({ time }: { time: number }) {
  return (
    <time datetime={new Date(time).toISOString()} title={absoluteTime(time)}>
      {t('feed.last_heard', { time: clockTime(time, useNow()) })}
    </time>
  );
}
