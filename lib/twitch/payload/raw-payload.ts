/** In characters of JSON. Payloads of Twitch are far shorter, except for chat. */
const MAX_LENGTH = 20_000;

/**
 * Returns the payload in the form that is stored with an event of kind `other`. A payload that is
 * too long for the log is replaced by a note of its length in characters.
 */
export function rawPayload(payload: unknown): unknown {
  const { length } = JSON.stringify(payload);
  return length > MAX_LENGTH ? { left_out: length } : payload;
}
