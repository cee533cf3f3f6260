import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rowOfId } from '@/components/feed/list/row-elements';
import type { send } from '@/lib/messaging/client';
import { EventDrawer } from '../drawer/EventDrawer';
import { LogFilters } from '../filters/LogFilters';
import type { HistoryViewProps } from '../view-props';
import styles from './FeedView.module.css';
import { HistoryRows } from './HistoryRows';

interface FeedViewProps extends HistoryViewProps {
  send: typeof send;
}

/** The whole log as rows, narrowed down by filters, with the details of one of them. */
export function FeedView({ db, address, streamers, go, send }: FeedViewProps) {
  const { eventId } = address;
  const main = useRef<HTMLDivElement>(null);
  const [deleted, setDeleted] = useState<ReadonlySet<string>>(NONE);
  const noteOpened = useReturn(main, eventId);

  const open = useCallback(
    (rowId: string) => {
      noteOpened(rowId);
      // From one row to the next is no way to go back.
      go({ eventId: rowId }, { isReplacing: readEventId() !== null });
    },
    [go, noteOpened],
  );

  return (
    <div class={styles.feed}>
      <LogFilters db={db} address={address} go={go} />
      <div ref={main} class={styles.main}>
        <HistoryRows
          db={db}
          address={address}
          streamers={streamers}
          deleted={deleted}
          onViewer={(viewerId) => go({ viewerId })}
          onOpen={open}
        />
        {eventId !== null && (
          <EventDrawer
            db={db}
            eventId={eventId}
            address={address}
            go={go}
            send={send}
            onDeleted={(rowId) => {
              setDeleted((before) => new Set([...before, rowId]));
              go({ eventId: null }, { isReplacing: true });
            }}
          />
        )}
      </div>
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Returns whose details are shown right now, whatever was rendered. */
const readEventId = (): string | null => new URLSearchParams(location.search).get('event');

/**
 * Gives the focus back to the row whose details were shown once they are not any more. Returns a
 * function that notes which row that is: the details may be those of another event of it.
 */
function useReturn(main: { current: HTMLElement | null }, eventId: string | null) {
  const openedRef = useRef<string | null>(null);
  const shownRef = useRef(eventId);
  useLayoutEffect(() => {
    const before = shownRef.current;
    shownRef.current = eventId;
    // Only the focus that went with the details.
    if (before === null || eventId !== null || document.activeElement !== document.body) return;
    const list = main.current?.querySelector<HTMLElement>('[role="group"]') ?? null;
    const row = rowOfId(list, before) ?? rowOfId(list, openedRef.current ?? '');
    (row ?? list)?.focus();
  }, [main, eventId]);
  return useCallback((rowId: string) => {
    openedRef.current = rowId;
  }, []);
}
