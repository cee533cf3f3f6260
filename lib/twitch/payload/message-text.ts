import * as z from 'zod/mini';
import { list, part, text } from './fields';

const ME_START = '\u0001ACTION';
const ME_END = '\u0001';

/**
 * Removes the marks of a `/me` message. They come from IRC, and Twitch sends them in some texts of
 * EventSub too: https://dev.twitch.tv/docs/chat/irc/
 */
function withoutMeMarks(chatText: string): string {
  if (!chatText.startsWith(ME_START)) return chatText;
  const rest = chatText.slice(ME_START.length);
  return (rest.endsWith(ME_END) ? rest.slice(0, -ME_END.length) : rest).trim();
}

/** A text that was written in chat; empty if it is missing. */
export const chatText = z.pipe(text, z.transform(withoutMeMarks));

/** A message of which only the text is read; empty if it is missing. */
export const messageText = z.pipe(
  part(z.object({ text: chatText })),
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
  if (fragments.length === 0) return withoutMeMarks(message?.text ?? '');
  const written = fragments
    .filter(({ type, cheermote }) => type !== 'cheermote' && !cheermote)
    .map((fragment) => fragment.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return withoutMeMarks(written);
}
