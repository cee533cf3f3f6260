import { afterEach, expect, it, vi } from 'vitest';
import { whenVisible } from './when-visible';

function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => void vi.restoreAllMocks());

it('runs at once in a visible tab', () => {
  const run = vi.fn<() => void>();
  show('visible');
  whenVisible(new AbortController().signal, run);
  expect(run).toHaveBeenCalledOnce();
});

it('runs nothing in a hidden tab until the user looks at it, and only once', () => {
  const run = vi.fn<() => void>();
  show('hidden');
  whenVisible(new AbortController().signal, run);
  show('hidden');
  expect(run).not.toHaveBeenCalled();
  for (const state of ['visible', 'hidden', 'visible'] as const) show(state);
  expect(run).toHaveBeenCalledOnce();
});

it('never runs after the script has ended', () => {
  const run = vi.fn<() => void>();
  const end = new AbortController();
  show('hidden');
  whenVisible(end.signal, run);
  end.abort();
  show('visible');
  expect(run).not.toHaveBeenCalled();
});
