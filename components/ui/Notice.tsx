import { CircleCheck, Info, TriangleAlert } from 'lucide-preact';
import { clsx } from 'clsx';
import type { ComponentChildren } from 'preact';
import styles from './Notice.module.css';

const ICONS = { info: Info, good: CircleCheck, problem: TriangleAlert };

interface NoticeProps {
  tone: keyof typeof ICONS;
  children: ComponentChildren;
  /** `alert` where it answers what the user just did. */
  role?: 'alert';
}

/** A sentence that matters more than the text around it. */
export function Notice({ tone, children, role }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div class={clsx(styles.notice, styles[tone])} role={role}>
      <Icon size={16} class={styles.icon} />
      <div class={styles.text}>{children}</div>
    </div>
  );
}
