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

/** Letters that are written from right to left: Hebrew, Arabic and their neighbors. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Returns true if a text contains letters that are written from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Returns a sanitized text for use inside another text where no element can isolate it, such as an
 * attribute. If it is written from right to left, it is between isolates.
 */
export function isolated(text: string): string {
  const clean = sanitize(text);
  return isRightToLeft(clean) ? `\u2068${clean}\u2069` : clean;
}
