import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backoffStorage } from './stored-backoff';

const STORED = {
  about: 'a listener',
  backoff: { failures: 3, listeningSince: null, pause: null, refusedUntil: { 'channel.raid': 1 } },
};

describe('backoffStorage', () => {
  it('stores the backoff in the session storage only', async () => {
    expect(await backoffStorage.read()).toBeNull();
    await backoffStorage.write(STORED);
    expect(await backoffStorage.read()).toEqual(STORED);
    expect(Object.values(await fakeBrowser.storage.session.get())).toEqual([STORED]);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    await backoffStorage.write(null);
    expect(await backoffStorage.read()).toBeNull();
  });
});
