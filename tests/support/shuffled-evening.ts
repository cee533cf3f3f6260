import type { StreamEvent } from '@/lib/domain/event';
import { createRandom } from '@/tests/simulator/random';
import { aBomb, aCheer, aGift, anEvent, aSub } from './events';
import { START } from './fake-clock';

/** Events of one evening as they really arrive: in disorder, and many of them more than once. */
export function shuffledEvening(seed: number): StreamEvent[] {
  const random = createRandom(seed);
  const within = (most: number) => Math.floor(random.next() * most);
  const at = () => ({ created_at: START + within(86_400_000) });
  const events: StreamEvent[] = [
    ...Array.from({ length: 1 + within(8) }, () => aSub(at())),
    ...Array.from({ length: 1 + within(8) }, () => aCheer(at())),
  ];
  for (let bomb = 0; bomb < 3; bomb += 1) {
    const name = `${seed}-${bomb}`;
    const size = 1 + within(6);
    for (let number = 0; number < size; number += 1) events.push(aGift(name, number, at()));
    // Some headers never come.
    if (within(4) > 0) events.push(aBomb(name, size, at()));
  }
  const stream = { streamId: `${seed}`, startedAt: START };
  const live = { ...at(), natural_key: `online:${seed}` };
  events.push(anEvent('stream_online', stream, live), anEvent('stream_online', stream, live));
  const repeated = events.filter(() => within(3) === 0);
  return shuffle([...events, ...repeated], within);
}

function shuffle<Item>(items: Item[], within: (most: number) => number): Item[] {
  return items
    .map((item) => ({ item, place: within(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
