import { useNow } from '@/components/ui/hooks/use-now';
import { t } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';

/** Shows since when a subscription is active: the time, with the date unless it is today. */
export function ListeningSince({ time }: { time: number }) {
  const isToday = new Date(time).toDateString() === new Date(useNow()).toDateString();
  const formatted = new Intl.DateTimeFormat(undefined, {
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'medium' }),
  }).format(time);
  return (
    <time datetime={new Date(time).toISOString()} title={absoluteTime(time)}>
      {t('receiving.state.listening', { time: formatted })}
    </time>
  );
}
