import { ChartPatterns } from '@/components/history/charts/ChartPatterns';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useNow } from '@/components/ui/hooks/use-now';
import { Notice } from '@/components/ui/Notice';
import { countsByStreamer } from '@/lib/db/history/counts';
import { readStatistics, type StatisticsSource } from '@/lib/db/statistics/statistics';
import { t } from '@/lib/i18n/text';
import { systemClock } from '@/lib/time';
import { NothingRecorded } from '../frame/NothingRecorded';
import { ViewFrame } from '../frame/ViewFrame';
import type { HistoryViewProps } from '../view-props';
import { KindTable, StreamerTable } from './CountTables';
import { EventsOverTime } from './EventsOverTime';
import { Listened } from './Listened';
import { Months } from './Months';
import { Records } from './Records';
import styles from './Statistics.module.css';
import { fromCounters, fromHours, type StreamerKinds } from './streamer-kinds';
import { WeekHours } from './WeekHours';

/** What the log adds up to. Every number leads to the events that it counts. */
export function StatisticsView(props: HistoryViewProps) {
  const { db, address, streamers } = props;
  const { streamerId, from, until } = address;
  const counters = useLiveQuery(() => countsByStreamer(db), [db]);
  const statistics = useLiveQuery(
    () => readStatistics(db, { streamerId, from, until }, systemClock.now()),
    [db, streamerId, from, until],
  );
  const isWhole = from === null && until === null;
  const source = statistics.value;
  // The counters are exact at any time; they know no dates.
  const counts = isWhole
    ? counters.value && fromCounters(counters.value, streamers, streamerId)
    : source === null
      ? []
      : source && fromHours(source.hours, streamers);
  return (
    <ViewFrame class={styles.column} dates={props}>
      <h2 class={styles.heading} tabIndex={-1}>
        {t('history.view.statistics')}
      </h2>
      {counters.hasFailed || statistics.hasFailed ? (
        <Notice>{t('feed.failed')}</Notice>
      ) : (
        <Content {...props} isWhole={isWhole} counts={counts} source={source} />
      )}
    </ViewFrame>
  );
}

interface ContentProps extends HistoryViewProps {
  /** True without dates. */
  isWhole: boolean;
  counts: readonly StreamerKinds[] | undefined;
  /** `null` if there are no events, and absent until it is read. */
  source: StatisticsSource | null | undefined;
}

function Content({ isWhole, counts, source, ...props }: ContentProps) {
  const now = useNow();
  if (counts === undefined || source === undefined) return <p>{t('feed.loading')}</p>;
  const { db, address, streamers, go } = props;
  if (counts.length === 0) {
    if (!isWhole) return <p>{t('statistics.empty')}</p>;
    return (
      <p>
        <NothingRecorded streamerId={address.streamerId} streamers={streamers} />
      </p>
    );
  }
  return (
    <>
      <ChartPatterns />
      <Listened {...props} />
      <StreamerTable counts={counts} address={address} go={go} />
      <KindTable counts={counts} address={address} go={go} />
      {source !== null && (
        <>
          <EventsOverTime source={source} address={address} go={go} />
          <WeekHours source={source} address={address} go={go} />
          <Records source={source} address={address} go={go} />
        </>
      )}
      <Months db={db} address={address} go={go} now={now} />
    </>
  );
}
