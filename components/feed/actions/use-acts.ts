import { useState } from 'preact/hooks';
import type { Problem } from '@/lib/domain/problem';
import type { RowView } from '@/lib/domain/view/row-view';
import type { Message } from '@/lib/domain/wording/message';
import type { send as sendCommand } from '@/lib/messaging/client';
import type { Reply } from '@/lib/messaging/protocol';

/** What was done with a row. */
interface Done {
  message: Message;
  /** Takes it back; `null` if there is nothing to take back. */
  undo: (() => Promise<Reply<unknown>>) | null;
}

interface ActsOptions {
  send: typeof sendCommand;
  /** Asks the user to allow notifications. Absent where no screen may ask. */
  askToNotify: (() => Promise<boolean>) | undefined;
}

/** Returns what can be done with rows at the background, and what was done last. */
export function useActs({ send, askToNotify }: ActsOptions) {
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Returns true if a command succeeded; shows else why it did not. */
  function check(reply: Reply<unknown>): boolean {
    setProblem(reply.ok ? null : reply.problem);
    return reply.ok;
  }

  async function hide({ kind, streamerId }: RowView): Promise<boolean> {
    const setHidden = async (isHidden: boolean) =>
      await send('feed/hideKind', { kind, streamerId, isHidden });
    const isDone = check(await setHidden(true));
    if (isDone)
      setDone({ message: { message: 'row.hidden', params: {} }, undo: () => setHidden(false) });
    return isDone;
  }

  async function notify({ kind, streamerId }: RowView): Promise<void> {
    const row = { kind, streamerId };
    // First of all, because the browser asks only in the click itself. It may close the popup then.
    const asked = askToNotify?.().catch(() => false);
    const all = asked && { all: true };
    const reply = await send('notifications/choose', { ...row, isOn: true, ...all });
    if (!check(reply) || !reply.ok || reply.value === null) return;
    const { message, undo } = reply.value;
    const takeBack = async () => await send('notifications/choose', { ...row, ...undo });
    if ((await asked) === false) {
      await takeBack();
      setDone({ message: { message: 'notification.refused', params: {} }, undo: null });
    } else {
      setDone({ message, undo: Object.keys(undo).length === 0 ? null : takeBack });
    }
  }

  function forget(): void {
    setDone(null);
    setProblem(null);
  }

  /** Takes back what was done. Returns false if that failed. */
  async function undo({ undo: takeBack }: Done): Promise<boolean> {
    const isUndone = takeBack !== null && check(await takeBack());
    if (isUndone) forget();
    return isUndone;
  }

  return { done, problem, hide, notify: (row: RowView) => void notify(row), undo, forget };
}
