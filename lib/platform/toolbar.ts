import { browser } from 'wxt/browser';
import type { Badge } from '@/lib/domain/view/badge';

const COLORS: Readonly<Record<Badge['tone'], string>> = {
  count: '#6d28d9',
  warning: '#b45309',
  alert: '#b91c1c',
};

/** Puts a badge and a title in words on the toolbar button. */
export async function showBadge({ text, tone }: Badge, title: string): Promise<void> {
  // Manifest version 2, Firefox's, calls it browserAction.
  const button = browser.action ?? browser.browserAction;
  await Promise.all([
    button.setBadgeText({ text }),
    button.setBadgeBackgroundColor({ color: COLORS[tone] }),
    button.setTitle({ title }),
  ]);
}
