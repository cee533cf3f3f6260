import { clsx } from 'clsx';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { circleCheck, info, triangleAlert } from './icons';
import styles from './Notice.module.css';

const ICONS = { info, good: circleCheck, problem: triangleAlert };

interface NoticeProps {
  tone: keyof typeof ICONS;
  children: ComponentChildren;
  /** `alert` where it answers what the user just did. */
  role?: 'alert';
}

/** A sentence that matters more than the text around it. */
export function Notice({ tone, children, role }: NoticeProps) {
  return (
    <div class={clsx(styles.notice, styles[tone])} role={role}>
      <Icon of={ICONS[tone]} size={16} class={styles.icon} />
      <div class={styles.text}>{children}</div>
    </div>
  );
}
