import type { IconNode } from 'lucide';
import { Icon } from '../Icon';
import styles from './IconButton.module.css';

interface IconButtonProps {
  icon: IconNode;
  /** The accessible name, and the tooltip. */
  label: string;
  onClick: () => void;
}

/** A button that shows only an icon. */
export function IconButton({ icon, label, onClick }: IconButtonProps) {
  return (
    <button type="button" class={styles.button} aria-label={label} title={label} onClick={onClick}>
      <Icon of={icon} size={16} />
    </button>
  );
}

/** A link that shows only an icon and opens a new tab. */
export function IconLink({
  icon,
  label,
  href,
}: Omit<IconButtonProps, 'onClick'> & { href: string }) {
  return (
    <a
      class={styles.button}
      href={href}
      aria-label={label}
      title={label}
      target="_blank"
      rel="noopener noreferrer"
    >
      <Icon of={icon} size={16} />
    </a>
  );
}
