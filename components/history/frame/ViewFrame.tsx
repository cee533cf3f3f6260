import type { ComponentChildren, RefObject } from 'preact';
import { ChosenDates } from '../filters/ChosenDates';
import type { HistoryViewProps } from '../view-props';
import styles from './ViewFrame.module.css';

interface ViewFrameProps {
  scroller?: RefObject<HTMLDivElement | null>;
  /** The style of the column. */
  class?: string | undefined;
  /** Where the dates that the view is about are, if it can be about some only. */
  dates?: Pick<HistoryViewProps, 'address' | 'go'> | null;
  children: ComponentChildren;
}

/** A view below the head of the page: only it scrolls, and its content is a column in the middle. */
export function ViewFrame({ scroller, class: column = '', dates, children }: ViewFrameProps) {
  return (
    <div ref={scroller ?? null} class={styles.scroller}>
      <div class={`${styles.column} ${column}`}>
        {dates && <ChosenDates address={dates.address} go={dates.go} />}
        {children}
      </div>
    </div>
  );
}

interface ViewHeadingProps {
  heading: RefObject<HTMLHeadingElement | null>;
  children: ComponentChildren;
}

/** The heading of a view. It has the focus when a link has led there. */
export function ViewHeading({ heading, children }: ViewHeadingProps) {
  return (
    <h2 ref={heading} class={styles.heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
