import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { useNow } from '@/components/ui/hooks/use-now';
import { Notice } from '@/components/ui/Notice';
import { secondOf } from '@/lib/domain/channel/recording';
import { isUnheard, type RecordingPage } from '@/lib/domain/view/recording-page';
import { t } from '@/lib/i18n/text';
import { clockTime, SECOND } from '@/lib/time';
import { watchVideo } from './page-video';
import { RecordingList } from './RecordingList';
import styles from './RecordingRows.module.css';
import { useFollowing } from './use-following';
import type { RecordingOnPage } from './use-recording';

interface RecordingRowsProps {
  recorded: RecordingOnPage;
  /** Returns true if an event comes from the user, and not from a script of the page. */
  isTrusted: (event: Event) => boolean;
}

/** The shortest distance of two parts that are read by themselves, in seconds. */
const READ_EVERY = 30;

/** The events of a broadcast beside its recording. Needs a `key` that says which recording it is. */
export function RecordingRows({ recorded, isTrusted }: RecordingRowsProps) {
  const { page, read, isBusy, problem } = recorded;
  const { recording, rows, from, until } = page;
  const second = usePlayedSecond(recording);
  const passed = rows.filter(({ createdAt }) => secondOf(recording, createdAt) <= second).length;
  const { mark, scroller, isFollowing, setFollowing } = useFollowing(passed);
  useReading(recorded, second);

  const byUser = (act: () => void) => (event: Event) => {
    if (isTrusted(event)) act();
  };
  const readAt = (time: number) =>
    byUser(() => {
      // The button may be gone when the part is read.
      scroller.ref.current?.focus({ preventScroll: true });
      setFollowing(false);
      read(secondOf(recording, time));
    });

  return (
    <>
      <div class={styles.bar}>
        <p>{t('recording_page.of', { date: clockTime(recording.startedAt, 0) })}</p>
        <button
          type="button"
          class={styles.follow}
          aria-pressed={isFollowing}
          onClick={byUser(() => setFollowing(!isFollowing))}
        >
          {t('recording_page.follow')}
        </button>
      </div>
      {problem !== null && (
        <Notice>
          <p>{t(`problem.${problem}`)}</p>
          <Button isBusy={isBusy} onClick={byUser(() => read(second))}>
            {t('recording_page.retry')}
          </Button>
        </Notice>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- keyboard users must be able to scroll it */}
      <div class={styles.rows} role="group" aria-label={label()} tabIndex={0} {...scroller}>
        {from > recording.startedAt && (
          <Button look="quiet" isBusy={isBusy} onClick={readAt(from)}>
            {t('recording_page.earlier')}
          </Button>
        )}
        <RecordingList
          page={page}
          second={second}
          mark={mark}
          byUser={byUser}
          onSeek={() => setFollowing(true)}
        />
        <Explanation page={page} />
        {recording.endsAt !== null && until < recording.endsAt && (
          <Button look="quiet" isBusy={isBusy} onClick={readAt(until)}>
            {t('recording_page.later')}
          </Button>
        )}
      </div>
    </>
  );
}

const label = () => t('recording_page.list');

/** Says why there is nothing, or that not everything is there. */
function Explanation({ page }: { page: RecordingPage }) {
  const now = useNow();
  if (page.isFiltered) return <p class={styles.note}>{t('feed.filtered')}</p>;
  if (page.rows.length > 0) return null;
  const isNobody = isUnheard(page, now);
  return (
    <p class={styles.note}>{t(isNobody ? 'recording_page.unheard' : 'recording_page.empty')}</p>
  );
}

/** Returns the second that the page plays. */
function usePlayedSecond({ startedAt, endsAt }: RecordingPage['recording']): number {
  const [second, setSecond] = useState(0);
  useEffect(() => {
    const watching = new AbortController();
    watchVideo(watching.signal, { startedAt, endsAt }, setSecond);
    return () => watching.abort();
  }, [startedAt, endsAt]);
  return second;
}

/** Reads on when the page plays a part whose events are not there yet. */
function useReading({ page, read, isBusy }: RecordingOnPage, second: number): void {
  const { recording, from, until } = page;
  const askedRef = useRef(Number.NEGATIVE_INFINITY);
  const at = recording.startedAt + second * SECOND;
  const isMissing = at > until || (at < from && from > recording.startedAt);
  useEffect(() => {
    if (!isMissing || isBusy || Math.abs(second - askedRef.current) < READ_EVERY) return;
    askedRef.current = second;
    read(second);
  });
}
