import type { StreamEvent } from '@/lib/domain/event';
import { DAY } from '@/lib/time';
import { createRandom } from '@/tests/simulator/random';
import { aBomb, aCheer, aGift, anEvent, aSub } from './events';
import { START } from './fake-clock';

/** Events of one evening as they really arrive: in disorder, and many of them more than once. */
export function shuffledEvening(seed: number): StreamEvent[] {
  const random = createRandom(seed);
  const at = () => ({ created_at: START + random.integer(0, DAY) });
  const some = <Item>(most: number, make: (number: number) => Item): Item[] =>
    Array.from({ length: random.integer(1, most) }, (_, number) => make(number));
  const events: StreamEvent[] = [...some(8, () => aSub(at())), ...some(8, () => aCheer(at()))];
  for (const bomb of ['a', 'b', 'c']) {
    const name = `${seed}-${bomb}`;
    const gifts = some(6, (number) => aGift(name, number, at()));
    events.push(...gifts);
    // Some headers never come.
    if (random.chance(0.75)) events.push(aBomb(name, gifts.length, at()));
  }
  const stream = { streamId: `${seed}`, startedAt: START };
  const live = { ...at(), natural_key: `online:${seed}` };
  events.push(anEvent('stream_online', stream, live), anEvent('stream_online', stream, live));
  return random.shuffle([...events, ...events.filter(() => random.chance(0.3))]);
}
