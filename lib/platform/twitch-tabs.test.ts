import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { PageAnswer } from '@/lib/domain/channel/channel-page';
import { openChannel, watchedChannels } from './twitch-tabs';

afterEach(() => vi.restoreAllMocks());

/** Opens tabs. Those with an answer show a page of Twitch; `null` stands for a page that hangs. */
function haveTabs(...answers: readonly (PageAnswer | 'another site' | null)[]) {
  const tabs = answers.map((_answer, index) => ({ id: index + 1, windowId: 7 }));
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
  const ask = async (id: number): Promise<unknown> => {
    const answer = answers[id - 1];
    if (answer === null) return await new Promise(() => undefined);
    if (answer === 'another site') throw new Error('Receiving end does not exist.');
    return answer;
  };
  Reflect.set(browser.tabs, 'sendMessage', ask);
  const focus = vi.spyOn(browser.windows, 'update').mockResolvedValue({} as never);
  const activate = vi.spyOn(browser.tabs, 'update').mockResolvedValue({} as never);
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  return { activate, create, focus };
}

describe('the channels that the user sees', () => {
  it('are those of visible pages', async () => {
    haveTabs(
      { channel: 'demo_streamer', isVisible: true },
      { channel: 'other_streamer', isVisible: false },
      { channel: null, isVisible: true },
      'another site',
    );
    expect(await watchedChannels()).toEqual(['demo_streamer']);
  });

  it('are known although a page hangs', async () => {
    vi.useFakeTimers();
    haveTabs(null, { channel: 'demo_streamer', isVisible: true });
    const watched = watchedChannels();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await watched).toEqual(['demo_streamer']);
    vi.useRealTimers();
  });
});

describe('opening a channel', () => {
  it('shows the tab that has it already', async () => {
    const { activate, create, focus } = haveTabs('another site', {
      channel: 'demo_streamer',
      isVisible: false,
    });
    await openChannel('demo_streamer');
    expect(activate).toHaveBeenCalledWith(2, { active: true });
    expect(focus).toHaveBeenCalledWith(7, { focused: true });
    expect(create).not.toHaveBeenCalled();
  });

  it('opens a tab otherwise, and never another site', async () => {
    const { create } = haveTabs({ channel: 'other_streamer', isVisible: true });
    await openChannel('demo_streamer');
    await openChannel('//evil.test/');
    expect(create.mock.calls).toEqual([
      [{ url: 'https://www.twitch.tv/demo_streamer' }],
      [{ url: 'https://www.twitch.tv/' }],
    ]);
  });
});
