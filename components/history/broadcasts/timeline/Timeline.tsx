import { useCallback, useMemo, useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { useNow } from '@/components/ui/hooks/use-now';
import { readMarks } from '@/lib/db/broadcasts/marks';
import type { Database } from '@/lib/db/database';
import type { BroadcastTimes } from '@/lib/domain/history/broadcast-times';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import type { Span } from '@/lib/domain/history/listened';
import { familiesIn, type Slot, totalsOf } from '@/lib/domain/history/slots';
import { type TimelineSlot, timelineOf } from '@/lib/domain/history/timeline';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { ChartFigure } from '../../charts/ChartFigure';
import { ChartPatterns } from '../../charts/ChartPatterns';
import { Legend } from '../../charts/Legend';
import type { GoTo } from '../../view-props';
import { goToRows, rowsOf } from '../rows-of';
import type { KnownBroadcast } from '../use-broadcast';
import { Highlights } from './Highlights';
import { SlotDetails, type TimelineContext } from './SlotDetails';
import { missedText } from './slot-text';
import { TimelineChart } from './TimelineChart';
import { MarkLegend } from './TimelineMarks';
import { TimelineTable } from './TimelineTable';

interface TimelineProps {
  db: Database;
  broadcast: Broadcast;
  known: KnownBroadcast;
  go: GoTo;
}

/** What happened in a broadcast, five minutes by five minutes. */
export function Timeline({ db, broadcast, known, go }: TimelineProps) {
  const { times, span, slots, recordings } = known;
  const marks = useMarkedRows(db, broadcast, span?.until);
  if (times === undefined || span === undefined || slots === undefined) return null;
  if (slots.length === 0 && times.missed.length === 0) return null;
  return (
    <Figure
      {...{ times, span, slots, marks }}
      context={{ broadcast, recordings, go: goToRows(go) }}
    />
  );
}

interface FigureProps {
  times: BroadcastTimes;
  /** Of what goes on, the end is infinite. */
  span: Span;
  slots: readonly Slot[];
  marks: readonly RowView[];
  context: TimelineContext;
}

function Figure({ times, span: { from, until }, slots, marks, context }: FigureProps) {
  const now = useNow();
  const [chosen, setChosen] = useState<TimelineSlot | null>(null);
  const timeline = useMemo(
    () => timelineOf(slots, { from, until }, now),
    [slots, from, until, now],
  );
  const renderTable = useCallback(
    () => <TimelineTable slots={timeline} {...context} />,
    [timeline, context],
  );
  const totals = totalsOf(slots);
  const peak = timeline.find((slot) => totals.peak !== null && slot.until > totals.peak.at);
  return (
    <>
      <ChartPatterns />
      <ChartFigure
        title={t('broadcasts.timeline')}
        summary={[t('broadcasts.timeline_why'), missedText(times.missed)].join(' ')}
        renderTable={renderTable}
      >
        <TimelineChart
          slots={timeline}
          marks={marks}
          missed={times.missed}
          onChoose={setChosen}
          {...context}
        />
        <SlotDetails slot={chosen ?? peak ?? null} {...context} />
        <MarkLegend rows={marks} />
        <Legend
          counts={familiesIn(totals.counts)}
          change={rowsOf(context.broadcast, { from, until })}
          hasPauses={times.missed.length > 0}
          address={WHOLE_HISTORY}
          go={context.go}
        />
      </ChartFigure>
      <Highlights slots={timeline} rows={marks} {...context} />
    </>
  );
}

const NO_ROWS: readonly RowView[] = [];

/** Returns the rows that stand out, the oldest first. */
function useMarkedRows(
  db: Database,
  { streamerId, from }: Broadcast,
  until: number | undefined,
): readonly RowView[] {
  // What a moment is does not depend on the account.
  const moments = useSyncedChoices('')?.moments ?? DEFAULT_MOMENTS;
  const rows = useLiveQuery<RowView[] | undefined>(
    async () =>
      until === undefined ? undefined : await readMarks(db, { streamerId, from, until, moments }),
    [db, streamerId, from, until, JSON.stringify(moments)],
  );
  return rows.value ?? NO_ROWS;
}
