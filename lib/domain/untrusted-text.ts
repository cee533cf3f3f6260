/** Control characters, and characters that end a line or a paragraph and with it every isolate. */
const BREAKS = /[\p{Cc}\u2028\u2029]/gu;

/** Characters that change the direction of text, even outside of their own element. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u206F]/g;

/**
 * Returns a text that a Twitch user wrote in a form that is safe to show: without control
 * characters, without characters that reorder the text around it, and with lone surrogates
 * replaced. Marks and joiners stay, because scripts and emoji need them. Call it for display only:
 * texts are stored as they arrived.
 */
export function sanitize(text: string): string {
  return text.replace(BREAKS, ' ').replace(DIRECTION_CONTROLS, '').toWellFormed();
}
