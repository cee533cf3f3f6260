// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatMessage } from '../shapes/chat/chat-message.ts';
import { type Harness, startHarness } from '../testing/harness.ts';

let twitch: Harness;

beforeAll(async () => {
  twitch = await startHarness();
});
afterAll(() => twitch.close());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${twitch.base}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the page of a channel', () => {
  it('has the elements that extensions look for', async () => {
    await twitch.admin.setLive({ streamer: 'demo_streamer', live: true, title: 'Tea & <games>' });
    const { status, text } = await get('/demo_streamer');
    expect(status).toBe(200);
    for (const part of [
      'class="tw-root--theme-dark"',
      'data-a-page-loaded-name="ChannelWatchPage"',
      'data-a-target="top-nav-container"',
      'id="side-nav"',
      'data-test-selector="followed-channel" href="/other_streamer"',
      'class="twilight-main"',
      'data-a-target="root-scroller"',
      'channel-root--live channel-root--watch',
      'id="live-channel-stream-information"',
      'data-a-target="stream-game-link"',
      'class="persistent-player" data-a-player-state=""',
      'data-a-target="player-theatre-mode-button"',
      'data-a-target="right-column-chat-bar"',
      'data-a-target="right-column__toggle-collapse-btn"',
      'id="live-page-chat"',
      'class="channel-root__right-column channel-root__right-column--expanded"',
      'role="log"',
      'class="whispers-open-threads"',
      'Tea &amp; &lt;games&gt;',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('allows only its own styles and scripts', async () => {
    const { headers, text } = await get('/demo_streamer');
    const policy = headers.get('Content-Security-Policy');
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/ style="|<style|<script>/);
    const files = [...text.matchAll(/(?:href|src)="(\/_page\/[^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) expect((await get(path ?? '')).status).toBe(200);
  });

  it('has scripts that a browser can run', async () => {
    const { headers, text } = await get('/_page/theme.ts');
    expect(headers.get('Content-Type')).toContain('text/javascript');
    expect(text).toContain('export function setTheme(theme)');
    expect((await get('/_page/routes.ts')).status).toBe(404);
  });

  it('serves avatars under its own address', async () => {
    const file = '/jtv_user_pictures/demo_streamer-profile_image-300x300.png';
    expect((await get('/demo_streamer')).text).toContain(`src="${file}"`);
    const { headers, text } = await get(file);
    expect(headers.get('Content-Type')).toBe('image/png');
    expect(text.slice(1, 4)).toBe('PNG');
    expect((await get('/jtv_user_pictures/nonsense')).status).toBe(404);
  });

  it('shows the chat messages that were sent', async () => {
    const event = chatMessage({ message: 'only here' });
    await twitch.admin.sendEvent({ type: 'channel.chat.message', event });
    expect((await get('/demo_streamer')).text).toContain('only here');
    expect(JSON.parse((await get('/_page/channels/demo_streamer')).text)).toMatchObject({
      live: true,
      chat: [{ name: 'Demo_Viewer', text: 'only here' }],
    });
    expect((await twitch.admin.state()).requests).not.toHaveProperty(
      '/_page/channels/demo_streamer',
    );
  });
});

it.each([
  ['/', 'FrontPage'],
  ['/directory', 'BrowsePage'],
  ['/videos/2001', 'VideoWatchPage'],
])('has a page without a channel at %s', async (path, name) => {
  const { text } = await get(path);
  expect(text).toContain(`data-a-page-loaded-name="${name}"`);
  expect(text).not.toContain('class="channel-root ');
});

describe('the page of a recording', () => {
  it('has a player and the replay of the chat', async () => {
    const { text } = await get('/videos/2001000');
    for (const part of [
      'data-a-page-loaded-name="VideoWatchPage"',
      'An evening with Demo_Streamer',
      'data-a-target="video-player"',
      'src="/_page/recordings/2001000"',
      'class="video-chat chat-shell"',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('has something to play, in parts', async () => {
    const { status, headers } = await get('/_page/recordings/2001000', { Range: 'bytes=100-' });
    expect(status).toBe(206);
    expect(headers.get('Content-Range')).toBe(`bytes 100-1000099/${44 + 11_313 * 3_000}`);
    expect((await get('/_page/recordings/1')).status).toBe(404);
  });
});

it('has a mod view with a queue of held messages', async () => {
  const { text } = await get('/moderator/demo_streamer');
  expect(text).toContain('data-a-page-loaded-name="ModerationViewChannelPage"');
  for (const part of ['modview-dock__followed-channels', 'aria-label="Allow"', 'chat-shell']) {
    expect(text).toContain(part);
  }
  expect((await get('/moderator/nobody_here')).status).toBe(404);
});

it('answers 404 for everything else', async () => {
  expect((await get('/nobody_here')).status).toBe(404);
  expect((await get('/demo_streamer/videos')).status).toBe(404);
});
