import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { circleCheck } from './icons';
import styles from './SuccessMessage.module.css';

/** A message after an action of the user has succeeded. */
export function SuccessMessage({ children }: { children: ComponentChildren }) {
  return (
    <p class={styles.done}>
      <Icon of={circleCheck} size={16} class={styles.icon} />
      {children}
    </p>
  );
}
