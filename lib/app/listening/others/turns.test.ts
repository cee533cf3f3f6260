import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createTurns } from './turns';

it('lets one after another run', async () => {
  const clock = createFakeClock();
  const takeTurn = createTurns(clock);
  const ranAt: number[] = [];
  for (let index = 0; index < 3; index += 1) takeTurn(() => ranAt.push(clock.now() - START));
  await clock.advance(MINUTE);
  expect(ranAt).toEqual([0, 2 * SECOND, 4 * SECOND]);
});

it('lets nobody wait for more than two minutes', async () => {
  const clock = createFakeClock();
  const takeTurn = createTurns(clock);
  let ran = 0;
  for (let index = 0; index < 100; index += 1) {
    takeTurn(() => {
      ran += 1;
    });
  }
  await clock.advance(2 * MINUTE);
  expect(ran).toBe(100);
});

it('does not let run who has left', async () => {
  const clock = createFakeClock();
  const leave = createTurns(clock)(() => {
    throw new Error('It was not its turn.');
  });
  leave();
  await clock.advance(MINUTE);
  expect(clock.pending).toBe(0);
});
