import { Icon } from '@/components/ui/Icon';
import { familyStyle } from '@/components/ui/palette';
import type { RowView } from '@/lib/domain/view/row-view';
import styles from './EventIcon.module.css';
import { lookOfRow } from './event-look';

/** The icon of an event. Decoration only: the message next to it says the same. */
export function EventIcon({ row }: { row: RowView }) {
  const { icon, family } = lookOfRow(row);
  return (
    <span class={styles.icon} data-weight={row.weight} style={familyStyle(family)}>
      <Icon of={icon} size={15} />
    </span>
  );
}
