import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { circleCheck } from './icons';
import styles from './SuccessMessage.module.css';

/** Says that what the user asked for is done. */
export function SuccessMessage({ children }: { children: ComponentChildren }) {
  return (
    <p class={styles.done}>
      <Icon of={circleCheck} size={16} class={styles.icon} />
      {children}
    </p>
  );
}
