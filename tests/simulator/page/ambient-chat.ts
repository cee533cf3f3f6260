import { createRandom, seedOf } from '../core/random.ts';
import type { Channel } from '../world/channels.ts';
import type { ChatLine } from '../world/chat-log.ts';
import { WELL_READABLE } from '../world/people/audience.ts';

const TEXTS = [
  'hello everyone!',
  'just got home, what did I miss?',
  'that lamp is new, right?',
  'this music is so calming',
  'tea is ready ☕',
  'hi from the night shift',
  'the cat is judging you again',
  'best part of the week',
  'how was everyone’s day?',
  'I always forget how good this soundtrack is',
  'one more day, they said',
  'good evening chat',
];

/** Returns chat from before the page was opened; a channel that is not live has none. */
export function ambientChat({ owner, broadcast }: Channel): ChatLine[] {
  if (!broadcast) return [];
  const random = createRandom(seedOf(owner.login));
  return random.shuffle(TEXTS).map((text) => {
    const { name } = random.pick(WELL_READABLE);
    // The number is 0, because lines of the chat log count from 1.
    return { number: 0, kind: 'message', name, color: '', text };
  });
}
