import { act, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';
import { MINUTE, SECOND } from '@/lib/time';
import { aFeedIndex, anIndexedStreamer, aStreamerFeed } from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { StreamerHead } from './StreamerHead';

setUpScreen();

let visibility: DocumentVisibilityState;
let replies: Parameters<typeof fakeSend>[0] & object;

beforeEach(() => {
  visibility = 'visible';
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => visibility === 'hidden');
  replies = {};
  counted(412);
});

afterEach(() => {
  vi.useRealTimers();
});

/** What the background answers from now on. */
function counted(viewers: number, at = Date.now()): void {
  const value = { at, byStreamer: { 100: viewers } };
  replies['channels/viewers'] = { ok: true, value: value as never };
}

/** Lets time pass, and then the answers arrive. */
async function wait(ms: number): Promise<void> {
  for (const time of [ms, 0]) await act(async () => void (await vi.advanceTimersByTimeAsync(time)));
}

async function show(next: DocumentVisibilityState): Promise<void> {
  visibility = next;
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await wait(0);
}

interface Shown {
  streamer?: Partial<IndexedStreamer>;
  index?: Partial<FeedIndex>;
}

/** Shows the head of a streamer who is live. Returns the number of questions so far. */
async function open({ streamer, index }: Shown = {}): Promise<() => number> {
  const live = { streamId: '1', startedAt: Date.now() };
  const send = fakeSend(replies);
  render(
    <StreamerHead
      index={aFeedIndex(index)}
      streamer={anIndexedStreamer({ live, ...streamer })}
      feed={aStreamerFeed()}
      menu={null}
      watch={() => undefined}
      send={send}
    />,
  );
  await wait(0);
  return () => send.sent.length;
}

const shown = () => screen.queryByTitle(/viewer/)?.textContent ?? null;

describe('the number of viewers', () => {
  it.each([
    [0, '0 viewers', '· 0'],
    [1, '1 viewer', '· 1'],
    [12_345, '12,345 viewers', '· 12,345'],
  ])('is shown with a text: %d', async (count, text, short) => {
    counted(count);
    await open();
    expect(screen.getByTitle(text).textContent).toBe(`${short}${text}`);
    expect(screen.getByText(short).getAttribute('aria-hidden')).toBe('true');
  });

  it('is asked for at once, and once a minute', async () => {
    const asked = await open();
    expect(asked()).toBe(1);
    await wait(59 * SECOND);
    expect(asked()).toBe(1);
    counted(500);
    await wait(SECOND);
    expect([asked(), shown()]).toEqual([2, '· 500500 viewers']);
  });

  it('is not asked for while the page is hidden, and once when it is visible again', async () => {
    visibility = 'hidden';
    const asked = await open();
    await wait(5 * MINUTE);
    expect(asked()).toBe(0);
    counted(412);
    await show('visible');
    expect([asked(), shown()]).toEqual([1, '· 412412 viewers']);
    await show('hidden');
    await wait(5 * MINUTE);
    expect(asked()).toBe(1);
  });

  it('stays after a failure until it is two minutes old', async () => {
    await open();
    replies['channels/viewers'] = { ok: false, problem: 'unreachable' };
    await wait(MINUTE);
    expect(shown()).not.toBeNull();
    replies['channels/viewers'] = { ok: true, value: { at: 0, byStreamer: {} } as never };
    await wait(MINUTE);
    expect(shown()).toBeNull();
    counted(3, Date.now() + MINUTE);
    await wait(MINUTE);
    expect(shown()).toBe('· 33 viewers');
  });

  it('is not shown if the answer is old already', async () => {
    counted(412, Date.now() - 2 * MINUTE);
    await open();
    expect(shown()).toBeNull();
  });

  it.each<[string, Shown]>([
    ['is offline', { streamer: { live: null } }],
    ['cannot be known to be live, because nobody is signed in', { index: { account: null } }],
  ])('is not asked for while the streamer %s', async (_why, circumstances) => {
    const asked = await open(circumstances);
    await wait(MINUTE);
    expect([asked(), shown()]).toEqual([0, null]);
  });

  it('is not there while nobody answers', async () => {
    replies['channels/viewers'] = { ok: false, problem: 'unreachable' };
    await open();
    expect(shown()).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
