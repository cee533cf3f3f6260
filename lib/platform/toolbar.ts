import { browser } from 'wxt/browser';
import type { Badge } from '@/lib/domain/view/badge';

const COLORS: Readonly<Record<Badge['tone'], string>> = {
  count: '#6d28d9',
  warning: '#b45309',
  alert: '#b91c1c',
};

/** Shows a badge and a title on the toolbar button. */
export async function showBadge({ text, tone }: Badge, title: string): Promise<void> {
  // Its name in manifest version 2, which Firefox gets:
  // https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/browserAction
  const button = browser.action ?? browser.browserAction;
  await Promise.all([
    button.setBadgeText({ text }),
    button.setBadgeBackgroundColor({ color: COLORS[tone] }),
    button.setTitle({ title }),
  ]);
}
