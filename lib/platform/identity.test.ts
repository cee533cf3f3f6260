import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { fakeIdentity, type WindowEnd } from '@/tests/support/fake-identity';
import { launchAuthFlow, launchUnseenAuthFlow, redirectUri } from './identity';

const URL = 'https://id.twitch.tv/oauth2/authorize?client_id=c1';
const BACK = 'https://abcdefgh.chromiumapp.org/';

const reachable = async () => true;
const unreachable = async () => false;

describe('redirectUri', () => {
  it("is the browser's own, to the letter", () => {
    fakeIdentity('nothing');
    expect(redirectUri()).toBe(BACK);
  });
});

describe('launchAuthFlow', () => {
  it('opens a window for the user and gives where it ended', async () => {
    const { opened } = fakeIdentity({ at: `${BACK}#access_token=t` });
    expect(await launchAuthFlow(URL, reachable)).toBe(`${BACK}#access_token=t`);
    expect(opened).toEqual([{ url: URL, interactive: true }]);
  });

  it.each<[string, WindowEnd, () => Promise<boolean>, string]>([
    ['closed (Chrome)', { error: 'The user did not approve access.' }, reachable, 'cancelled'],
    ['closed (Firefox)', { error: 'User cancelled or denied access.' }, reachable, 'cancelled'],
    ['gone without a word', 'nothing', reachable, 'cancelled'],
    [
      'refused by Twitch',
      { error: 'Authorization page could not be loaded.' },
      reachable,
      'client_id_refused',
    ],
    [
      'without a network',
      { error: 'Authorization page could not be loaded.' },
      unreachable,
      'offline',
    ],
  ])('of a window %s tells the problem', async (_how, end, isReachable, problem) => {
    fakeIdentity(end);
    const failed = launchAuthFlow(URL, isReachable).then(() => 'none', problemOf);
    expect(await failed).toBe(problem);
  });
});

describe('launchUnseenAuthFlow', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('waits a while for a page that goes on by itself, and shows none', async () => {
    const { opened } = fakeIdentity({ at: `${BACK}#access_token=t` });
    expect(await launchUnseenAuthFlow(URL)).toBe(`${BACK}#access_token=t`);
    const patience = { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 10_000 };
    expect(opened).toEqual([{ url: URL, interactive: false, ...patience }]);
  });

  it('asks Firefox for nothing that it does not know', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    const { opened } = fakeIdentity({ at: `${BACK}#access_token=t` });
    await launchUnseenAuthFlow(URL);
    expect(opened).toEqual([{ url: URL, interactive: false }]);
  });

  it.each<WindowEnd>([{ error: 'User interaction required.' }, 'nothing'])(
    'tells of %o as of something that was not to be',
    async (end) => {
      fakeIdentity(end);
      expect(await launchUnseenAuthFlow(URL).then(() => 'none', problemOf)).toBe('cancelled');
    },
  );
});
