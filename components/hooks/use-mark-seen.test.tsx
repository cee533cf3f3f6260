import { renderHook } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { send } from '@/lib/messaging/client';
import { until } from '@/tests/support/until';
import { useMarkSeen } from './use-mark-seen';

/** A background that answers each command when the test says so. */
function createSlowSend() {
  const sent: unknown[] = [];
  let answer: (() => void) | undefined;
  const slow = async (_name: string, data: unknown) => {
    sent.push(data);
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ok: true, value: null };
  };
  // It only replies to the one command that the hook sends.
  return { sent, send: slow as unknown as typeof send, answer: () => answer?.() };
}

function useMarks(
  send: ReturnType<typeof createSlowSend>['send'],
  newestSeq: number,
  streamerId: string | null = null,
) {
  useMarkSeen({ streamerId, newestSeq }, send);
}

it('sends one message for each change', async () => {
  const slow = createSlowSend();
  const { rerender } = renderHook(({ seq }) => useMarks(slow.send, seq), {
    initialProps: { seq: 1 },
  });
  slow.answer();
  await Promise.resolve();
  rerender({ seq: 1 });
  rerender({ seq: 2 });
  await until(() => expect(slow.sent).toEqual([{ upTo: 1 }, { upTo: 2 }]));
});

it('sends only the latest of the changes that happen before the background answers', async () => {
  const slow = createSlowSend();
  const { rerender } = renderHook(({ seq }) => useMarks(slow.send, seq), {
    initialProps: { seq: 1 },
  });
  for (let seq = 2; seq <= 40; seq += 1) rerender({ seq });
  expect(slow.sent).toEqual([{ upTo: 1 }]);
  slow.answer();
  await until(() => expect(slow.sent).toEqual([{ upTo: 1 }, { upTo: 40 }]));
});

it('sends the latest of each list while the background has not answered', async () => {
  const slow = createSlowSend();
  const { rerender } = renderHook(({ seq, id }) => useMarks(slow.send, seq, id), {
    initialProps: { seq: 1, id: '100' },
  });
  rerender({ seq: 2, id: '100' });
  rerender({ seq: 3, id: '100' });
  rerender({ seq: 3, id: '101' });
  slow.answer();
  await until(() => expect(slow.sent).toHaveLength(2));
  slow.answer();
  const marks = [1, 3].map((upTo) => ({ upTo, streamerId: '100' }));
  await until(() => expect(slow.sent).toEqual([...marks, { upTo: 3, streamerId: '101' }]));
});
