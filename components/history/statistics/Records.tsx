import { max } from 'd3-array';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { HistoryLink } from '@/components/history/HistoryLink';
import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import type { LargestEvent } from '@/lib/db/statistics/largest-events';
import { toRow } from '@/lib/domain/row/row';
import { countByPeriod } from '@/lib/domain/statistics/count-hours';
import { totalOf } from '@/lib/domain/statistics/family';
import { addDays, dayOf, periodsOf } from '@/lib/domain/statistics/period';
import { describeRow } from '@/lib/domain/wording/describe';
import { t } from '@/lib/i18n/text';
import type { ChartProps } from './PeriodTable';
import own from './Records.module.css';
import { rowsBehind } from './rows-behind';
import styles from './Statistics.module.css';
import { longDay } from './times';

/** The largest things of the time that is shown. */
export function Records({ source, address, go }: ChartProps) {
  const titleId = useId();
  const { largest } = source;
  return (
    <section aria-labelledby={titleId}>
      <h3 class={styles.title} id={titleId}>
        {t('statistics.records')}
      </h3>
      <dl class={own.records}>
        {largest.map((record) => (
          <LargestRecord key={record.name} record={record} address={address} go={go} />
        ))}
        <BusiestDay source={source} address={address} go={go} />
      </dl>
    </section>
  );
}

interface LargestRecordProps extends Omit<ChartProps, 'source'> {
  record: LargestEvent;
}

function LargestRecord({ record: { name, event }, address, go }: LargestRecordProps) {
  const day = dayOf(event.created_at);
  return (
    <Entry name={t(`statistics.record.${name}`)}>
      <MessageText message={describeRow(toRow(event, [event]))} />{' '}
      {address.streamerId === null && (
        <span class={own.dim}>
          <UntrustedText text={event.streamer_name} />
        </span>
      )}{' '}
      <HistoryLink
        class={styles.count}
        address={address}
        change={rowsBehind(address, {
          streamerId: event.streamer_id,
          from: day,
          until: addDays(day, 1),
          eventId: event.id,
        })}
        go={go}
      >
        {longDay(event.created_at)}
      </HistoryLink>
    </Entry>
  );
}

/** The day with the most events. */
function BusiestDay({ source: { hours, range }, address, go }: ChartProps) {
  const days = periodsOf(range, 'day');
  const counts = countByPeriod(hours, days).map(totalOf);
  const count = max(counts) ?? 0;
  const day = days[counts.indexOf(count)];
  if (day === undefined) return null;
  return (
    <Entry name={t('statistics.busiest_day')}>
      {t('statistics.events', { count }, count)}{' '}
      <HistoryLink
        class={styles.count}
        address={address}
        change={rowsBehind(address, { from: day.from, until: day.until })}
        go={go}
      >
        {longDay(day.start)}
      </HistoryLink>
    </Entry>
  );
}

function Entry({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class={own.record}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
