import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/ui/Icon';
import { chevronDown } from '@/components/ui/icons';
import styles from './LogFilters.module.css';

interface OpenerProps {
  /** The id of what it opens. */
  controls: string;
  isOpen: boolean;
  /** True if something is chosen in what it opens. */
  isOn: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

/** A button that shows more of the filters below. */
export function Opener({ controls, isOpen, isOn, onClick, children }: OpenerProps) {
  return (
    <button
      type="button"
      class={styles.opener}
      data-on={isOn}
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onClick}
    >
      {children}
      <Icon of={chevronDown} size={14} class={styles.chevron} />
    </button>
  );
}
