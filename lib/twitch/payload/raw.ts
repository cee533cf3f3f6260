/** Characters. Far more than any payload of Twitch's has that is not chat. */
const KEPT_AT_MOST = 20_000;

/**
 * A payload as it is kept with an event of kind `other`: whole, or, where it is too long to lie in a
 * log for ever, only a note of how many characters it had.
 */
export function keptRaw(payload: unknown): unknown {
  const { length } = JSON.stringify(payload);
  return length > KEPT_AT_MOST ? { left_out: length } : payload;
}
