import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { triangleAlert } from './icons';
import styles from './Notice.module.css';

interface NoticeProps {
  children: ComponentChildren;
}

/** A warning that says what is wrong and what the user can do. */
export function Notice({ children }: NoticeProps) {
  return (
    <div class={styles.notice} role="alert">
      <Icon of={triangleAlert} size={16} class={styles.icon} />
      <div class={styles.text}>{children}</div>
    </div>
  );
}
