import { useState } from 'preact/hooks';
import type { Problem } from '@/lib/domain/problem';
import type { Reply } from '@/lib/messaging/protocol';

interface CommandState {
  isBusy: boolean;
  /** How it last failed. */
  problem: Problem | null;
}

/** A command as one button sends it: whether it is under way, and how it last failed. */
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
