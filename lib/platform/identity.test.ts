import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { fakeIdentity, type WindowEnd } from '@/tests/support/fakes/fake-identity';
import { launchAuthFlow, launchUnseenAuthFlow, redirectUri } from './identity';

const URL = 'https://id.twitch.tv/oauth2/authorize?client_id=c1';
const BACK = 'https://abcdefgh.chromiumapp.org/';

const reachable = async () => true;
const unreachable = async () => false;

describe('redirectUri', () => {
  it('returns the URL of the browser unchanged', () => {
    fakeIdentity('nothing');
    expect(redirectUri()).toBe(BACK);
  });
});

describe('launchAuthFlow', () => {
  it('opens a window and returns the URL at which it ended', async () => {
    const { opened } = fakeIdentity({ at: `${BACK}#access_token=t` });
    expect(await launchAuthFlow(URL, reachable)).toBe(`${BACK}#access_token=t`);
    expect(opened).toEqual([{ url: URL, interactive: true }]);
  });

  it.each<[string, WindowEnd, () => Promise<boolean>, string]>([
    [
      'that was closed (Chrome)',
      { error: 'The user did not approve access.' },
      reachable,
      'cancelled',
    ],
    [
      'that was closed (Firefox)',
      { error: 'User cancelled or denied access.' },
      reachable,
      'cancelled',
    ],
    ['that was closed without an error', 'nothing', reachable, 'cancelled'],
    [
      'that Twitch refused',
      { error: 'Authorization page could not be loaded.' },
      reachable,
      'client_id_refused',
    ],
    [
      'that could not load without a network',
      { error: 'Authorization page could not be loaded.' },
      unreachable,
      'offline',
    ],
  ])('throws the problem of a window %s', async (_name, end, isReachable, problem) => {
    fakeIdentity(end);
    const failed = launchAuthFlow(URL, isReachable).then(() => 'none', problemOf);
    expect(await failed).toBe(problem);
  });
});

describe('launchUnseenAuthFlow', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('shows no window, and waits for a page that redirects by script', async () => {
    const { opened } = fakeIdentity({ at: `${BACK}#access_token=t` });
    expect(await launchUnseenAuthFlow(URL)).toBe(`${BACK}#access_token=t`);
    const waitOptions = { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 10_000 };
    expect(opened).toEqual([{ url: URL, interactive: false, ...waitOptions }]);
  });

  it('passes no options that Firefox does not know', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    const { opened } = fakeIdentity({ at: `${BACK}#access_token=t` });
    await launchUnseenAuthFlow(URL);
    expect(opened).toEqual([{ url: URL, interactive: false }]);
  });

  it.each<WindowEnd>([{ error: 'User interaction required.' }, 'nothing'])(
    'throws cancelled for %o',
    async (end) => {
      fakeIdentity(end);
      expect(await launchUnseenAuthFlow(URL).then(() => 'none', problemOf)).toBe('cancelled');
    },
  );
});
