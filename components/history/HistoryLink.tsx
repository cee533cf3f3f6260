import type { ComponentChildren } from 'preact';
import { type HistoryAddress, historySearch } from '@/lib/domain/view/history-address';
import type { GoTo } from './view-props';

interface HistoryLinkProps {
  class?: string | undefined;
  title?: string | undefined;
  'aria-label'?: string | undefined;
  'aria-current'?: 'page' | 'true' | undefined;
  /** Where the page is. */
  address: HistoryAddress;
  /** What is different where the link leads. */
  change: Partial<HistoryAddress>;
  go: GoTo;
  children: ComponentChildren;
}

/** A link to another view of the history. A plain click stays in this page. */
export function HistoryLink({ address, change, go, children, ...rest }: HistoryLinkProps) {
  return (
    <a
      {...rest}
      href={location.pathname + historySearch({ ...address, ...change })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(change);
      }}
    >
      {children}
    </a>
  );
}
