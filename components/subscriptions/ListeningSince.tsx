import { useNow } from '@/components/ui/hooks/use-now';
import { t } from '@/lib/i18n/text';
import { absoluteTime, clockTime } from '@/lib/time';

/** Shows since when a subscription is active: the time, with the date unless it is today. */
export function ListeningSince({ time }: { time: number }) {
  return (
    <time datetime={new Date(time).toISOString()} title={absoluteTime(time)}>
      {t('receiving.state.listening', { time: clockTime(time, useNow()) })}
    </time>
  );
}
