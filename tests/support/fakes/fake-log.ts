import type { Log } from '@/lib/log';

/** A log that keeps its warnings. */
export interface FakeLog extends Log {
  readonly warnings: readonly string[];
}

export function createFakeLog(): FakeLog {
  const warnings: string[] = [];
  return {
    warnings,
    info: () => {},
    warn: (message) => void warnings.push(message),
  };
}
