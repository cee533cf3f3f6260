import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backoffStorage } from './backoff';

const STORED = {
  about: 'somebody',
  backoff: { failures: 3, listeningSince: null, pause: null, refusedUntil: { 'channel.raid': 1 } },
};

describe('what holds listening back', () => {
  it('is kept for as long as the browser runs, and no longer', async () => {
    expect(await backoffStorage.read()).toBeNull();
    await backoffStorage.write(STORED);
    expect(await backoffStorage.read()).toEqual(STORED);
    expect(Object.values(await fakeBrowser.storage.session.get())).toEqual([STORED]);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    await backoffStorage.write(null);
    expect(await backoffStorage.read()).toBeNull();
  });
});
