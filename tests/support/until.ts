import { vi } from 'vitest';

/** Waits in the real world for what a database does in its own time. */
export async function until(check: () => unknown): Promise<void> {
  await vi.waitFor(check, { interval: 2, timeout: 4000 });
}
