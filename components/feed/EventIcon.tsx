import { clsx } from 'clsx';
import { Icon } from '@/components/ui/Icon';
import type { FeedRow } from '@/lib/domain/row';
import styles from './EventIcon.module.css';
import families from './families.module.css';
import { lookOf } from './look';

/** The picture of an event's family. Decoration: the sentence beside it says the same. */
export function EventIcon({ row }: { row: FeedRow }) {
  const { icon, family } = lookOf(row);
  return (
    <span class={clsx(styles.icon, families[family])}>
      <Icon of={icon} size={15} />
    </span>
  );
}
