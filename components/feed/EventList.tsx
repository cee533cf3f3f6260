import { useEffect, useMemo, useState } from 'preact/hooks';
import { useNow } from '@/components/ui/hooks/use-now';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Gap } from '@/lib/domain/history/gap';
import { gapsAbove } from '@/lib/domain/view/gap-marks';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import styles from './EventList.module.css';
import { EventRow } from './EventRow';
import { GapMark } from './GapMark';
import { Divider } from './row/Divider';
import { dividersAbove, type PartOf } from './row/dividers';

const NO_GAPS: readonly Gap[] = [];

interface EventListProps {
  rows: readonly RowView[];
  /** Newest first. Absent in a feed that an earlier version of the extension has stored. */
  gaps?: readonly Gap[] | undefined;
  /** In a list of several streamers' events: all of them. Each row shows whose it is. */
  streamers?: readonly Streamer[] | undefined;
  /** Set for a list that does not have the rows about broadcasts. */
  partOf?: PartOf | undefined;
  /** The mark between what is new and what was seen before, above the row of this id. */
  unseen?: { above: string | null; text: string } | null | undefined;
  /** The accessible name; without it, the one of a list that has the newest events only. */
  label?: string;
}

/** Recent events, newest first. Needs a `key` that says whose they are. */
export function EventList({
  rows,
  gaps = NO_GAPS,
  streamers,
  partOf,
  unseen,
  label,
}: EventListProps) {
  // Not new: the first rows, an older row that returns because rows above it became one, and rows
  // that were shown before.
  const [shownUpTo, setShownUpTo] = useState(-1);
  useEffect(
    () => setShownUpTo((upTo) => Math.max(upTo, 0, ...rows.map(({ lastSeq }) => lastSeq))),
    [rows],
  );

  const byId = useMemo(
    () => new Map(streamers?.map((streamer) => [streamer.id, streamer])),
    [streamers],
  );
  const above = gapsAbove(rows, gaps);
  const now = useNow();
  const isOfOne = streamers === undefined;
  const dividers = useMemo(
    () => dividersAbove(rows, { now, isOfOne, partOf }),
    [rows, now, isOfOne, partOf],
  );
  return (
    <>
      {rows.length === 0 && gaps.map((gap) => <GapMark key={gap.until} gap={gap} />)}
      {/* Safari ignores lists without markers, unless they have the role explicitly.
          https://developer.mozilla.org/en-US/docs/Web/CSS/list-style */}
      {rows.length > 0 && (
        <ol class={styles.list} role="list" aria-label={label ?? t('feed.list')}>
          {rows.map((row) => (
            <EventRow
              key={row.id}
              row={row}
              streamer={byId.get(row.streamerId)}
              marks={{
                gaps: above.get(row.id),
                divider: dividers.get(row.id),
                unseen: unseen?.above === row.id ? unseen.text : undefined,
              }}
              isNew={shownUpTo >= 0 && row.lastSeq > shownUpTo}
            />
          ))}
        </ol>
      )}
      {unseen?.above === null && rows.length > 0 && <Divider text={unseen.text} isUnseen />}
    </>
  );
}
