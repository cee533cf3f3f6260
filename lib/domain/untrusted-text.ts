/** Controls, and what ends a line or a paragraph, and with it every isolation of direction. */
const BREAKS = /[\p{Cc}\u2028\u2029]/gu;

/** Characters that turn the direction of text around, also beyond the element they stand in. */
const TURNS = /[\u202A-\u202E\u2066-\u206F]/g;

/**
 * What somebody on Twitch wrote, as it may be shown: without control characters and without those
 * that reach out of the text and reorder what stands around it, and with halves of characters made
 * whole. Marks and joiners, which scripts and emoji need, stay. Stored text is left as it came.
 */
export function sanitize(text: string): string {
  return text.replace(BREAKS, ' ').replace(TURNS, '').toWellFormed();
}
