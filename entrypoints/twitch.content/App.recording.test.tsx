import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Problem } from '@/lib/domain/problem';
import type { RecordingPage } from '@/lib/domain/view/recording-page';
import { feedIndexItem } from '@/lib/settings/feed-item';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import {
  aFeed,
  aFeedIndex,
  anIndexedStreamer,
  anotherStreamer,
} from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

const RECORDING = { id: '9', startedAt: START, endsAt: START + 3 * HOUR };
const pathname = '/videos/9';
const OPEN = { onFavorite: 'open', elsewhere: 'open' } as const;

setUpScreen();

let video: HTMLVideoElement;

beforeEach(() => {
  document.body.innerHTML = '<div class="video-player"><video></video></div>';
  video = document.querySelector('video') ?? document.createElement('video');
});
afterEach(() => {
  document.body.replaceChildren();
});

function pageWith(seconds: readonly number[], fields: Partial<RecordingPage> = {}): RecordingPage {
  const rows = seconds.map((second) => aView(aSub({ created_at: START + second * SECOND })));
  const [from, until] = [START - MINUTE, RECORDING.endsAt + MINUTE];
  const page = { streamerId: '100', recording: RECORDING, rows, gaps: [], from, until };
  return { ...page, isFiltered: false, ...fields };
}

/** A background that answers with this page, or fails with this problem. */
function answering(answer: RecordingPage | Problem | null) {
  const reply =
    typeof answer === 'string' ? { ok: false, problem: answer } : { ok: true, value: answer };
  return fakeSend({ 'recordings/events': reply as never });
}

/** Opens the page of the recording, the first time by another one. */
async function open(answer: RecordingPage | Problem | null, isTrusted = true) {
  const send = answering(answer);
  return await openPanel(aFeed(), { page: { pathname }, send, isTrusted });
}

async function playAt(second: number): Promise<void> {
  video.currentTime = second;
  await act(() => void video.dispatchEvent(new Event('timeupdate')));
}

async function places(): Promise<(string | undefined)[]> {
  const list = await screen.findByRole('list', { name: 'Events of this broadcast' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => /(?:Now at )?\d:\d\d:\d\d/.exec(textContent ?? '')?.[0]);
}

it('shows the events in the order of time, and where the page plays', async () => {
  const { send } = await open(pageWith([60, 3_723]));
  expect(await places()).toEqual(['Now at 0:00:00', '0:01:00', '1:02:03']);
  expect(send.sent).toContainEqual(['recordings/events', { videoId: '9', second: 0 }]);
  await playAt(61);
  expect(await places()).toEqual(['0:01:00', 'Now at 0:01:01', '1:02:03']);
});

it('follows another element that Twitch plays the recording in', async () => {
  await open(pageWith([60]));
  await places();
  const next = document.createElement('video');
  video.replaceWith(next);
  video = next;
  await playAt(90);
  expect(await places()).toEqual(['0:01:00', 'Now at 0:01:30']);
});

it.each([
  ['a preview outside of the player', () => document.body.append(video)],
  ['an ad', () => Object.defineProperty(video, 'duration', { value: 30 })],
])('does not follow %s', async (_which, change) => {
  await open(pageWith([60]));
  await places();
  change();
  await playAt(90);
  expect(await places()).toEqual(['Now at 0:00:00', '0:01:00']);
});

it('plays the recording from shortly before an event', async () => {
  const { user } = await open(pageWith([60, 3_723]));
  await user.click(await screen.findByRole('button', { name: /from shortly before 1:02:03/ }));
  expect(video.currentTime).toBe(3_703);
});

it('does nothing for a click that a script of the page makes', async () => {
  const { user } = await open(pageWith([60]), false);
  await user.click(await screen.findByRole('button', { name: /from shortly before 0:01:00/ }));
  expect(video.currentTime).toBe(0);
});

it('shows whose recording it is, and marks nothing as seen', async () => {
  const streamers = [anIndexedStreamer(), anotherStreamer()];
  const send = answering(pageWith([60], { streamerId: '101' }));
  await openPanel(aFeed(), { page: { pathname }, send, choice: OPEN });
  await act(() => feedIndexItem.setValue(aFeedIndex({ streamers })));
  await screen.findByRole('heading', { name: 'Other_Streamer' });
  await places();
  expect(send.sent.map(([name]) => name)).not.toContain('feed/seen');
});

it('is folded on the recordings of others, as on their pages', async () => {
  const { send } = await open(null);
  await waitFor(() => expect(send.sent.map(([name]) => name)).toContain('recordings/events'));
  expect(screen.getByRole('button', { expanded: false })).toBeDefined();
});

it('asks nothing on other pages', async () => {
  const { send, goTo } = await openPanel(aFeed());
  await goTo('/demo_streamer/videos');
  expect(send.sent.map(([name]) => name)).not.toContain('recordings/events');
});

it('stays in view until the user scrolls, and follows again on request', async () => {
  const { user } = await open(pageWith([60]));
  const follow = await screen.findByRole('button', { name: 'Follow the video', pressed: true });
  fireEvent.wheel(screen.getByRole('group', { name: 'Events of this broadcast' }));
  expect(follow.getAttribute('aria-pressed')).toBe('false');
  await user.click(follow);
  expect(follow.getAttribute('aria-pressed')).toBe('true');
});

it('reads on where the page plays, and on request', async () => {
  const part = { from: START + HOUR, until: START + 2 * HOUR };
  const { send, user } = await open(pageWith([4_000], part));
  await playAt(2.5 * 3600);
  await waitFor(() =>
    expect(send.sent.at(-1)).toEqual(['recordings/events', { videoId: '9', second: 9_000 }]),
  );
  await user.click(await screen.findByRole('button', { name: 'Show earlier' }));
  expect(send.sent.at(-1)).toEqual(['recordings/events', { videoId: '9', second: 3_600 }]);
  await user.click(screen.getByRole('button', { name: 'Show later' }));
  expect(send.sent.at(-1)).toEqual(['recordings/events', { videoId: '9', second: 7_200 }]);
});

it('marks the times in which nobody listened', async () => {
  const gap = { streamer_id: '100', from: START + 90 * SECOND, until: START + HOUR };
  await open(pageWith([60, 3_700], { gaps: [{ ...gap, reason: 'not_running' }] }));
  const rows = await screen.findAllByRole('listitem');
  expect(rows[2]?.textContent).toContain('Not listening');
});

it.each([
  ['nobody listened', [{ from: START - HOUR, until: START + 4 * HOUR }], 'Nobody was listening'],
  ['nothing is stored', [], 'No event of this broadcast'],
])('says so if %s', async (_why, times, text) => {
  const gaps = times.map((time) => ({
    ...time,
    streamer_id: '100',
    reason: 'not_running' as const,
  }));
  await open(pageWith([], { gaps }));
  expect(await screen.findByText(text, { exact: false })).toBeDefined();
});
