import * as z from 'zod/mini';
import { list, part, text } from './fields';

/** A message of which only the text is read; empty if it is missing. */
export const messageText = z.pipe(
  part(z.object({ text })),
  z.transform((value) => value?.text ?? ''),
);

/**
 * A message with its fragments. Twitch has sent `null` for them:
 * https://github.com/twitchdev/issues/issues/983
 */
export const fragmentedMessage = part(
  z.object({
    text,
    fragments: list(z.object({ type: text, text, cheermote: z.optional(z.unknown()) })),
  }),
);

/** Returns the text of a message without its cheermotes, because the event has the bits anyway. */
export function textWithoutCheermotes(message: z.infer<typeof fragmentedMessage>): string {
  const fragments = message?.fragments ?? [];
  if (fragments.length === 0) return message?.text ?? '';
  return fragments
    .filter(({ type, cheermote }) => type !== 'cheermote' && !cheermote)
    .map((fragment) => fragment.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
