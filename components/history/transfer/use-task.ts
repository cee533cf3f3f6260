import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';

/** What a long task is doing. Texts are in the words of the user. */
export type TaskState =
  | { is: 'idle' }
  | {
      is: 'running';
      text: string /** From 0 to 1; `null` if it is not known. */;
      part: number | null;
    }
  | { is: 'done'; text: string }
  | { is: 'failed'; text: string };

/** What a task is given. */
export interface TaskTools {
  /** Ends when the user cancels the task, or leaves it. */
  signal: AbortSignal;
  progress(text: string, part: number | null): void;
}

/** Does something that takes long. Returns what became of it, in the words of the user. */
export type Work = (tools: TaskTools) => Promise<string>;

/** Why a task did not succeed. The message is for the user. */
export class TaskError extends Error {}

/** One long task at a time. */
export interface Task {
  state: TaskState;
  isRunning: boolean;
  run(work: Work): void;
  cancel(): void;
}

/** Runs one long task at a time, which ends with the component. `failed` is said of unknown errors. */
export function useTask(failed: string): Task {
  const [state, setState] = useState<TaskState>({ is: 'idle' });
  const [runner] = useState(createRunner);
  useEffect(() => runner.cancel, [runner]);
  return {
    state,
    isRunning: state.is === 'running',
    run: (work) => runner.run(work, failed, setState),
    cancel: runner.cancel,
  };
}

/** Runs one task at a time. */
function createRunner() {
  let running: AbortController | null = null;
  return {
    run: (work: Work, failed: string, show: (state: TaskState) => void) => {
      if (running !== null) return;
      running = new AbortController();
      void endOf(work, { signal: running.signal, failed, show }).then((end) => {
        running = null;
        show(end);
      });
    },
    cancel: () => running?.abort(),
  };
}

interface Run {
  signal: AbortSignal;
  failed: string;
  show: (state: TaskState) => void;
}

/** Does the work, and returns what to show at its end. */
async function endOf(work: Work, { signal, failed, show }: Run): Promise<TaskState> {
  const progress: TaskTools['progress'] = (text, part) => {
    if (!signal.aborted) show({ is: 'running', text, part });
  };
  progress('', null);
  try {
    return { is: 'done', text: await work({ signal, progress }) };
  } catch (error) {
    if (signal.aborted) return { is: 'done', text: t('transfer.cancelled') };
    return { is: 'failed', text: error instanceof TaskError ? error.message : failed };
  }
}
