import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { EventRow } from '@/components/feed/EventRow';
import { GapMark } from '@/components/feed/GapMark';
import { jumpTo, placeText, type Recording, secondOf } from '@/lib/domain/channel/recording';
import type { RecordingPage } from '@/lib/domain/view/recording-page';
import { t } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';
import { seekTo } from './page-video';
import styles from './RecordingList.module.css';

interface RecordingListProps {
  page: RecordingPage;
  /** The second that the page plays. */
  second: number;
  mark: RefObject<HTMLLIElement | null>;
  byUser: (act: () => void) => (event: Event) => void;
  /** Called when the user goes to a row. */
  onSeek: () => void;
}

/** The events and gaps of a recording in the order of time, with a mark where the page plays. */
export function RecordingList({ page, second, mark, byUser, onSeek }: RecordingListProps) {
  const { recording, rows, gaps } = page;
  const items = useMemo(
    () =>
      [
        ...rows.map((row) => ({
          second: secondOf(recording, row.createdAt),
          item: (
            <EventRow
              key={row.id}
              row={row}
              isNew={false}
              time={
                <Place recording={recording} time={row.createdAt} byUser={byUser} onSeek={onSeek} />
              }
            />
          ),
        })),
        ...gaps.map((gap) => ({
          second: secondOf(recording, gap.from),
          item: (
            <li key={gap.from}>
              <GapMark gap={gap} />
            </li>
          ),
        })),
      ].toSorted((one, other) => one.second - other.second),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the functions do the same at every render
    [page],
  );
  const passed = items.filter((item) => item.second <= second).length;
  return (
    <ol class={styles.list} role="list" aria-label={t('recording_page.list')}>
      {items.slice(0, passed).map(({ item }) => item)}
      <li key="here" ref={mark} class={styles.here} aria-current="time">
        {t('recording_page.here', { place: placeText(second) })}
      </li>
      {items.slice(passed).map(({ item }) => item)}
    </ol>
  );
}

interface PlaceProps extends Pick<RecordingListProps, 'byUser' | 'onSeek'> {
  recording: Recording;
  time: number;
}

/** Where the recording shows an event. Goes there, a little before it. */
function Place({ recording, time, byUser, onSeek }: PlaceProps) {
  const second = secondOf(recording, time);
  const place = placeText(second);
  const target = jumpTo([recording], time)?.seconds ?? second;
  return (
    <button
      type="button"
      class={styles.place}
      aria-label={t('recording_page.play', { place })}
      title={absoluteTime(time)}
      onClick={byUser(() => {
        seekTo(recording, target);
        onSeek();
      })}
    >
      <time datetime={new Date(time).toISOString()}>{place}</time>
    </button>
  );
}
