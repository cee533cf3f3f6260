import { vi } from 'vitest';

/**
 * Makes IndexedDB behave as Chromium does when the storage is full: a transaction can only delete.
 * See docs/adr/0012-deleting-when-storage-is-full.md.
 */
export function fillStorage(): { empty(): void } {
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
