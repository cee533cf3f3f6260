import type { ComponentChildren } from 'preact';
import styles from './IconButton.module.css';

interface IconButtonProps {
  /** Its name, shown as a tooltip too. */
  label: string;
  children: ComponentChildren;
  isExpanded?: boolean;
  onClick: (event: MouseEvent) => void;
}

/** A button that shows only an icon. */
export function IconButton({ label, children, isExpanded, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class={styles.button}
      aria-label={label}
      aria-expanded={isExpanded}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
