import type { ComponentChildren, RefObject } from 'preact';
import styles from './ViewFrame.module.css';

interface ViewFrameProps {
  scroller?: RefObject<HTMLDivElement | null>;
  /** The style of the column. */
  class?: string | undefined;
  children: ComponentChildren;
}

/** A view below the head of the page: only it scrolls, and its content is a column in the middle. */
export function ViewFrame({ scroller, class: column = '', children }: ViewFrameProps) {
  return (
    <div ref={scroller ?? null} class={styles.scroller}>
      <div class={`${styles.column} ${column}`}>{children}</div>
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
