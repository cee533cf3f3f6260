import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from './script-context';

const { id: ownId } = fakeBrowser.runtime;
const setId = (id: string | undefined) => Object.assign(fakeBrowser.runtime, { id });

afterEach(() => setId(ownId));

const areOver = (...contexts: ContentScriptContext[]) =>
  contexts.map(({ signal }) => signal.aborted);

describe('the context of a script', () => {
  it('ends when a newer script with the same name starts', () => {
    const older = new ContentScriptContext('twitch');
    const end = vi.fn<() => void>();
    older.onInvalidated(end);
    const other = new ContentScriptContext('other');
    expect(areOver(older, other)).toEqual([false, false]);
    const newer = new ContentScriptContext('twitch');
    expect(areOver(older, newer, other)).toEqual([true, false, false]);
    const newest = new ContentScriptContext('twitch');
    expect(areOver(newer, newest)).toEqual([true, false]);
    expect(end).toHaveBeenCalledOnce();
  });

  it('ends after an update, too, when the older script has lost its extension', () => {
    const older = new ContentScriptContext('twitch');
    setId(undefined);
    setId(ownId);
    const newer = new ContentScriptContext('twitch');
    expect(areOver(older, newer)).toEqual([true, false]);
  });

  it('goes on when another extension, or another build of this one, starts its script', () => {
    const own = new ContentScriptContext('twitch');
    setId('another-build');
    const other = new ContentScriptContext('twitch');
    expect(areOver(own, other)).toEqual([false, false]);
  });

  it('ends what listens with its signal', () => {
    const older = new ContentScriptContext('twitch');
    const heard = vi.fn<() => void>();
    document.addEventListener('visibilitychange', heard, { signal: older.signal });
    document.dispatchEvent(new Event('visibilitychange'));
    const newer = new ContentScriptContext('twitch');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(heard).toHaveBeenCalledOnce();
    expect(newer.signal.aborted).toBe(false);
  });
});
