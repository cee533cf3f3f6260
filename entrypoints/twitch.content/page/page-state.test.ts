import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, SECOND } from '@/lib/time';
import { type PageState, watchPage } from './page-state';

let end = new AbortController();
let pages: PageState[] = [];
let isOrphaned = false;

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
const lastPath = () => pages.at(-1)?.pathname;

function watch(): void {
  watchPage(end.signal, { isOrphaned: () => isOrphaned, wantedPlace: () => ({}) }, (page) =>
    pages.push(page),
  );
}

beforeEach(() => {
  end = new AbortController();
  pages = [];
  isOrphaned = false;
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

  it('reads the address when the title changes, where there is no Navigation API', async () => {
    vi.stubGlobal('navigation', undefined);
    watch();
    history.replaceState({}, '', '/other_streamer');
    document.title = 'Other_Streamer - Twitch';
    await nextFrame();
    await nextFrame();
    expect(lastPath()).toBe('/other_streamer');
  });
});

describe('watchPage as time passes', () => {
  afterEach(() => void vi.useRealTimers());

  it('measures nothing while nothing happens', () => {
    vi.useFakeTimers();
    watch();
    const measure = vi.spyOn(document, 'querySelectorAll');
    vi.advanceTimersByTime(HOUR);
    expect(measure).not.toHaveBeenCalled();
  });

  it('notices within seconds that the extension is gone', () => {
    vi.useFakeTimers();
    watch();
    isOrphaned = true;
    vi.advanceTimersByTime(4 * SECOND);
    expect(pages.at(-1)?.isOrphaned).toBe(true);
  });
});
