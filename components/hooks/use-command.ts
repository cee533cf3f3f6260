import { useState } from 'preact/hooks';
import type { Problem } from '@/lib/domain/problem';
import type { Reply } from '@/lib/messaging/protocol';

interface CommandState {
  isBusy: boolean;
  /** Why the last run failed. */
  problem: Problem | null;
}

/** Wraps a command for a button: `run` sends it, `isBusy` and `problem` follow its state. */
export function useCommand<Args extends unknown[], Value>(
  command: (...args: Args) => Promise<Reply<Value>>,
) {
  const [state, setState] = useState<CommandState>({ isBusy: false, problem: null });
  async function run(...args: Args): Promise<Reply<Value>> {
    setState({ isBusy: true, problem: null });
    const reply = await command(...args);
    setState({ isBusy: false, problem: reply.ok ? null : reply.problem });
    return reply;
  }
  return { ...state, run };
}
