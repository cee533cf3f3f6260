import { vi } from 'vitest';

/** Waits in real time until `check` passes, for example for IndexedDB, which has no fake clock. */
export async function until(check: () => unknown): Promise<void> {
  await vi.waitFor(check, { interval: 2, timeout: 4000 });
}
