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

function useMarks(send: ReturnType<typeof createSlowSend>['send'], newestSeq: number) {
  useMarkSeen({ newestSeq, hasOlder: false, rows: [] }, true, send);
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
