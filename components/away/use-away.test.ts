import { act, renderHook } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { Away } from '@/lib/domain/view/away';
import { anAway } from '@/tests/support/builders/away';
import { useAway } from './use-away';

const AWAY = anAway();

interface Props {
  streamerId: string | null;
  isShown: boolean;
  unseen: number;
}

const SHOWN: Props = { streamerId: '100', isShown: true, unseen: 9 };

/** Renders the hook with a background that answers when the test says so. */
function run(first: Partial<Props> = {}) {
  const reads: PromiseWithResolvers<Away | null>[] = [];
  const read = () => {
    const reading = Promise.withResolvers<Away | null>();
    reads.push(reading);
    return reading.promise;
  };
  const { result, rerender } = renderHook((props: Props) => useAway({ ...props, read }), {
    initialProps: { ...SHOWN, ...first },
  });
  const state = () => [result.current.away, result.current.isPaused];
  return {
    reads,
    state,
    answer: async (away: Away | null) =>
      await act(async () => {
        reads.at(-1)?.resolve(away);
        await reads.at(-1)?.promise;
      }),
    fail: async () =>
      await act(async () => {
        reads.at(-1)?.reject(new Error('no database'));
        await reads.at(-1)?.promise.catch(() => undefined);
      }),
    change: (props: Partial<Props>) => rerender({ ...SHOWN, ...props }),
    dismiss: () => act(() => result.current.dismiss()),
  };
}

it('lets nothing be marked as seen from the first moment until it is dismissed', async () => {
  const { state, answer, dismiss } = run();
  expect(state()).toEqual([null, true]);
  await answer(AWAY);
  expect(state()).toEqual([AWAY, true]);
  await dismiss();
  expect(state()).toEqual([null, false]);
});

it('reads nothing if little is new, also while more arrives before the user’s eyes', () => {
  const { reads, state, change } = run({ unseen: 4 });
  change({ unseen: 50 });
  expect([reads.length, state()]).toEqual([0, [null, false]]);
});

it.each([
  ['the user was hardly away', (hook: ReturnType<typeof run>) => hook.answer(null)],
  ['it could not be read', (hook: ReturnType<typeof run>) => hook.fail()],
])('goes on as usual if %s', async (_when, settle) => {
  const hook = run();
  await settle(hook);
  expect(hook.state()).toEqual([null, false]);
});

it('reads again when the list comes back on screen, and for another list', async () => {
  const { reads, state, answer, change } = run();
  await answer(null);
  change({ isShown: false });
  change({});
  expect([reads.length, state()]).toEqual([2, [null, true]]);
  await answer(null);
  change({ streamerId: '101' });
  expect([reads.length, state()]).toEqual([3, [null, true]]);
});

it('stays while the user looks at another tab, and goes when all was seen elsewhere', async () => {
  const { reads, state, answer, change } = run();
  await answer(AWAY);
  change({ isShown: false });
  change({});
  expect([reads.length, state()]).toEqual([1, [AWAY, true]]);
  change({ unseen: 0 });
  expect(state()).toEqual([null, false]);
});

it('ignores the answer for a list that is no longer shown', async () => {
  const { reads, state, change } = run();
  change({ streamerId: '101' });
  await act(async () => {
    reads[0]?.resolve(AWAY);
    await reads[0]?.promise;
  });
  expect(state()).toEqual([null, true]);
});
