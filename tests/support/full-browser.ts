import { vi } from 'vitest';

/** Leaves no room for anything, as Chromium has it: a transaction may delete and do nothing else. */
export function fillBrowser(): { empty(): void } {
  const spies = (['add', 'put'] as const).map((name) =>
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    }),
  );
  return {
    empty: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
