import { browser } from 'wxt/browser';
import type { PageAnswer } from '@/lib/domain/channel/channel-page';
import { channelUrl } from '@/lib/domain/channel/channel-url';
import { SECOND, systemClock } from '@/lib/time';

/** A page that does not answer within this time hangs. */
const ANSWER_MS = SECOND;

interface AnsweredTab {
  id: number;
  windowId: number | undefined;
  page: PageAnswer;
}

/** Returns the logins of the channels whose pages on Twitch the user sees now. */
export async function watchedChannels(): Promise<string[]> {
  const tabs = await askTabs({ active: true });
  return tabs.flatMap(({ page: { channel, isVisible } }) =>
    isVisible && channel !== null ? [channel] : [],
  );
}

/** Shows the page of a channel: a tab that shows it already, or else a new one. */
export async function openChannel(login: string): Promise<void> {
  const there = (await askTabs({})).find(({ page }) => page.channel === login);
  if (there !== undefined) {
    await browser.tabs.update(there.id, { active: true });
    const { windowId } = there;
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return;
  }
  const url = channelUrl(login);
  // Without a window, there is nowhere to open a tab.
  await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
}

/**
 * Asks the pages in some tabs. The extension may not know the addresses of tabs, so the pages of Twitch
 * are those with somebody to answer.
 */
async function askTabs(query: { active?: true }): Promise<AnsweredTab[]> {
  const tabs = await browser.tabs.query(query);
  const answered = await Promise.all(
    tabs.map(async ({ id, windowId }) => {
      const page = id === undefined ? null : await ask(id);
      return id === undefined || page === null ? [] : [{ id, windowId, page }];
    }),
  );
  return answered.flat();
}

async function ask(tabId: number): Promise<PageAnswer | null> {
  const answer = browser.tabs.sendMessage(tabId, { name: 'page/where' }, { frameId: 0 }).then(
    (page: PageAnswer | undefined) => page ?? null,
    () => null,
  );
  const late = new Promise<null>((resolve) => {
    systemClock.after(ANSWER_MS, () => resolve(null));
  });
  return await Promise.race([answer, late]);
}
