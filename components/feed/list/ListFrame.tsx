import type { ComponentChildren, RefObject } from 'preact';
import type { RowView } from '@/lib/domain/view/row-view';
import { Announcer } from './Announcer';
import styles from './ListFrame.module.css';
import { rowsIn } from './row-elements';
import type { useHold } from './use-hold';
import { useRowKeys } from './use-row-keys';

interface ListFrameProps {
  scroller: RefObject<HTMLDivElement | null>;
  hold: Pick<ReturnType<typeof useHold>, 'frame' | 'onScroll'>;
  /** The accessible name. */
  label: string;
  /** What is shown, and how many rows wait; both are announced. */
  rows: readonly RowView[];
  waiting: number;
  /** The button that leads to the newest rows; `null` where nothing newer is out of sight. */
  newest: { text: string; onShow: () => void } | null;
  /** Opens the row with this id, if a key is to do more than to open its menu. */
  onOpen?: ((rowId: string) => void) | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

/** What a list of events scrolls in: its rows are reached by keys, and new ones may have to wait. */
export function ListFrame(props: ListFrameProps) {
  const { scroller, hold, label, rows, waiting, newest, children } = props;
  const keys = useRowKeys(scroller, props.onOpen);

  function showNewest(): void {
    newest?.onShow();
    scroller.current?.scrollTo(0, 0);
    // The button goes, and the focus must not go with it.
    scroller.current?.focus({ preventScroll: true });
    focusAfterRender(() => rowsIn(scroller.current)[0]);
  }

  return (
    <div class={`${styles.frame} ${props.class ?? ''}`} {...hold.frame}>
      {newest !== null && (
        <button type="button" class={styles.newest} onClick={showNewest}>
          {newest.text}
        </button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys move between its rows, which are tab stops */}
      <div
        ref={scroller}
        class={styles.scroller}
        role="group"
        aria-label={label}
        // A row is the tab stop. Without rows, there is nothing to scroll to.
        tabIndex={-1}
        onScroll={hold.onScroll}
        {...keys}
      >
        {children}
      </div>
      <Announcer rows={rows} waiting={waiting} />
    </div>
  );
}

/** Moves the focus to a row once it is there. Nothing scrolls. */
export function focusAfterRender(row: () => HTMLElement | undefined): void {
  requestAnimationFrame(() => row()?.focus({ preventScroll: true }));
}
