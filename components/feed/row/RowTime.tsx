import { useNow } from '@/components/ui/hooks/use-now';
import { rowTime } from '@/lib/i18n/row-time';
import { absoluteTime } from '@/lib/time';

/** The time of a row, as short as a column needs it, with the whole time as its tooltip. */
export function RowTime({ time }: { time: number }) {
  return (
    <time datetime={new Date(time).toISOString()} title={absoluteTime(time)}>
      {rowTime(time, useNow())}
    </time>
  );
}
