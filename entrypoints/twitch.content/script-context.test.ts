import { expect, it, vi } from 'vitest';
import { ContentScriptContext } from './script-context';

it('ends when a newer script with the same name starts', () => {
  const older = new ContentScriptContext('twitch');
  const end = vi.fn<() => void>();
  older.onInvalidated(end);
  const other = new ContentScriptContext('other');
  expect(older.signal.aborted).toBe(false);
  const newer = new ContentScriptContext('twitch');
  expect(end).toHaveBeenCalledOnce();
  expect([older, newer, other].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});
