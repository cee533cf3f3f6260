import { Icon } from '@/components/ui/Icon';
import type { RowView } from '@/lib/domain/view/row-view';
import styles from './EventIcon.module.css';
import { familyStyle, lookOf } from './look';

/** The picture of an event's family. Decoration: the sentence beside it says the same. */
export function EventIcon({ row }: { row: RowView }) {
  const { icon, family } = lookOf(row);
  return (
    <span class={styles.icon} style={familyStyle(family)}>
      <Icon of={icon} size={15} />
    </span>
  );
}
