import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PageState, watchPage } from './page-state';

let end = new AbortController();
let pages: PageState[] = [];

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
const lastPath = () => pages.at(-1)?.pathname;

function watch(): void {
  watchPage(
    end.signal,
    () => false,
    (page) => pages.push(page),
  );
}

beforeEach(() => {
  end = new AbortController();
  pages = [];
  vi.stubGlobal('navigation', new EventTarget());
  history.replaceState({}, '', '/demo_streamer');
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

describe('watchPage', () => {
  it('follows a navigation that happened', async () => {
    watch();
    expect(lastPath()).toBe('/demo_streamer');
    history.pushState({}, '', '/other_streamer');
    navigation?.dispatchEvent(new Event('currententrychange'));
    await nextFrame();
    expect(lastPath()).toBe('/other_streamer');
  });

  it('ignores a navigation that only begins, such as a download', async () => {
    watch();
    const begins = Object.assign(new Event('navigate'), {
      destination: { url: 'https://www.twitch.tv/file' },
    });
    navigation?.dispatchEvent(begins);
    await nextFrame();
    expect(pages).toHaveLength(1);
  });

  it('reads the address again when the browser shows the page again', async () => {
    watch();
    history.replaceState({}, '', '/other_streamer');
    window.dispatchEvent(new Event('pageshow'));
    await nextFrame();
    expect(lastPath()).toBe('/other_streamer');
  });
});
