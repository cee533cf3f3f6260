import type { ComponentChildren } from 'preact';
import { type HistoryAddress, WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { HistoryLink } from '../HistoryLink';
import type { GoTo } from '../view-props';
import styles from './RowsLink.module.css';

interface RowsLinkProps {
  /** Which rows. */
  rows: Partial<HistoryAddress>;
  go: GoTo;
  look?: 'number' | 'button';
  children: ComponentChildren;
}

/** A link to the rows that a number is about, and to no others. */
export function RowsLink({ rows, go, look = 'number', children }: RowsLinkProps) {
  return (
    <HistoryLink
      class={styles.link}
      data-look={look}
      address={WHOLE_HISTORY}
      change={rows}
      go={(change) => go({ ...WHOLE_HISTORY, ...change })}
    >
      {children}
    </HistoryLink>
  );
}
