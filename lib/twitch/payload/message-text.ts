import * as z from 'zod/mini';
import { text } from './fields';

/** A message of which only the text is read; empty if it is missing. */
export const messageText = z.pipe(
  z.nullish(z.object({ text })),
  z.transform((value) => value?.text ?? ''),
);

/**
 * A message with its fragments. Twitch has sent `null` for them:
 * https://github.com/twitchdev/issues/issues/983
 */
export const fragmentedMessage = z.nullish(
  z.object({
    text: z.nullish(z.string()),
    fragments: z.nullish(z.array(z.object({ type: z.string(), text: z.nullish(z.string()) }))),
  }),
);

/** Returns the text of a message without its cheermotes, because the event has the bits anyway. */
export function textWithoutCheermotes(message: z.infer<typeof fragmentedMessage>): string {
  const fragments = message?.fragments ?? [];
  if (fragments.length === 0) return message?.text ?? '';
  return fragments
    .filter(({ type }) => type !== 'cheermote')
    .map((fragment) => fragment.text ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
