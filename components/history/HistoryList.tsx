import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { EventList } from '@/components/feed/EventList';
import { Announcer } from '@/components/feed/list/Announcer';
import { OlderButton } from '@/components/feed/list/OlderButton';
import { rowOfId, rowsIn } from '@/components/feed/list/row-elements';
import { useHold } from '@/components/feed/list/use-hold';
import { useRowKeys } from '@/components/feed/list/use-row-keys';
import { Button } from '@/components/ui/form/Button';
import { useVisible } from '@/components/ui/hooks/use-visible';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { t } from '@/lib/i18n/text';
import styles from './HistoryList.module.css';
import { type LoadFrom, type Loading, useHistoryRows } from './use-history-rows';
import { useNear } from './use-near';

interface HistoryListProps {
  /** The newest rows. */
  newest: LiveRows;
  loadFrom: LoadFrom;
  /** In a list of several streamers' events: all of them. */
  streamers: readonly Streamer[] | undefined;
  /** Shown while there are no rows. */
  empty: ComponentChildren;
}

/**
 * The rows of the history: the newest, and as many older ones as the user scrolls to. It stays as it
 * is while the user is in it, and has never more rows than a page carries with ease.
 */
export function HistoryList({ newest, loadFrom, streamers, empty }: HistoryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const olderPlace = useRef<HTMLDivElement>(null);
  const hold = useHold(useVisible());
  const shown = useHistoryRows(newest, { isHeld: hold.isHeld, loadFrom });
  const { list, waiting } = shown;
  const keys = useRowKeys(scroller);

  useNear(olderPlace, {
    root: scroller,
    isOn: list.hasOlder && shown.older === 'idle',
    key: list.rows.at(-1)?.id,
    onNear: () => {
      // The focus must not be carried away from somebody who is at the button.
      if (olderPlace.current?.matches(':focus-within') !== true) void shown.showOlder();
    },
  });

  function showNewest(): void {
    shown.showNewest();
    scroller.current?.scrollTo(0, 0);
    // The button goes, and the focus must not go with it.
    scroller.current?.focus({ preventScroll: true });
    requestAnimationFrame(() => rowsIn(scroller.current)[0]?.focus({ preventScroll: true }));
  }

  async function showMore(show: () => Promise<string | undefined>): Promise<void> {
    const id = await show();
    // The button may be gone, or far away.
    if (id !== undefined) requestAnimationFrame(() => rowOfId(scroller.current, id)?.focus());
  }

  return (
    <div class={styles.frame} {...hold.frame}>
      {(waiting > 0 || !list.isAtTop) && (
        <button type="button" class={styles.newest} onClick={showNewest}>
          {waiting > 0 ? t('list.waiting', { count: waiting }, waiting) : t('history.newest')}
        </button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys move between its rows, which are tab stops */}
      <div
        ref={scroller}
        class={styles.scroller}
        role="group"
        aria-label={t('history.list')}
        // A row is the tab stop. Without rows, there is nothing to scroll to.
        tabIndex={-1}
        onScroll={hold.onScroll}
        {...keys}
      >
        <div class={styles.column}>
          {!list.isAtTop && (
            <NewerButton state={shown.newer} onClick={() => void showMore(shown.showNewer)} />
          )}
          <EventList
            rows={list.rows}
            gaps={list.gaps}
            streamers={streamers}
            label={t('history.list')}
          />
          {list.rows.length === 0 && empty}
          {list.hasOlder ? (
            <div ref={olderPlace}>
              <OlderButton state={shown.older} onClick={() => void showMore(shown.showOlder)} />
            </div>
          ) : (
            list.rows.length > 0 && <p class={styles.end}>{t('history.end')}</p>
          )}
        </div>
      </div>
      <Announcer rows={list.rows} waiting={waiting} />
    </div>
  );
}

function NewerButton({ state, onClick }: { state: Loading; onClick: () => void }) {
  return (
    <div class={styles.newer}>
      <Button look="quiet" isBusy={state === 'loading'} onClick={onClick}>
        {t('history.show_newer')}
      </Button>
      {state === 'failed' && <p role="alert">{t('history.newer_failed')}</p>}
    </div>
  );
}
