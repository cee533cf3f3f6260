import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/ui/Icon';
import { chevronRight } from '@/components/ui/icons';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { HistoryLink } from '../HistoryLink';
import type { GoTo } from '../view-props';
import styles from './BackLink.module.css';

interface BackLinkProps {
  address: HistoryAddress;
  /** What is different where the link leads. */
  change: Partial<HistoryAddress>;
  go: GoTo;
  children: ComponentChildren;
}

/** A link from one of many to all of them. */
export function BackLink({ children, ...link }: BackLinkProps) {
  return (
    <HistoryLink class={styles.back} {...link}>
      <Icon of={chevronRight} size={14} class={styles.towardsStart} />
      {children}
    </HistoryLink>
  );
}
