import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { EventList } from '@/components/feed/EventList';
import { ListFrame } from '@/components/feed/list/ListFrame';
import { OlderButton } from '@/components/feed/list/OlderButton';
import { rowOfId } from '@/components/feed/list/row-elements';
import { useHold } from '@/components/feed/list/use-hold';
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

  useNear(olderPlace, {
    root: scroller,
    isOn: list.hasOlder && shown.older === 'idle',
    key: list.rows.at(-1)?.id,
    onNear: () => {
      // The focus must not be carried away from somebody who is at the button.
      if (olderPlace.current?.matches(':focus-within') !== true) void shown.showOlder();
    },
  });

  async function showMore(show: () => Promise<string | undefined>): Promise<void> {
    const id = await show();
    // The button may be gone, or far away.
    if (id !== undefined) requestAnimationFrame(() => rowOfId(scroller.current, id)?.focus());
  }

  return (
    <ListFrame
      class={styles.wide}
      scroller={scroller}
      hold={hold}
      rows={list.rows}
      waiting={waiting}
      label={t('history.list')}
      newest={
        waiting === 0 && list.isAtTop
          ? null
          : {
              text:
                waiting > 0 ? t('list.waiting', { count: waiting }, waiting) : t('history.newest'),
              onShow: shown.showNewest,
            }
      }
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
    </ListFrame>
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
