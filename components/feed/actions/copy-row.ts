import { sanitize } from '@/lib/domain/untrusted-text';
import type { RowView } from '@/lib/domain/view/row-view';
import { plainText } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';

/** Returns a row as plain text: what happened, what the viewer wrote, and when. */
export function textOfRow({ message, userMessage, createdAt }: RowView): string {
  const words = sanitize(userMessage);
  const parts = [plainText(message), ...(words === '' ? [] : [words]), absoluteTime(createdAt)];
  return parts.join('\n');
}

/** Copies a row as text. Returns false if the browser does not allow it. */
export async function copyRow(row: RowView): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(textOfRow(row));
    return true;
  } catch {
    return false;
  }
}
