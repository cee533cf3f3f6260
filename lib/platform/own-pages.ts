import { browser } from 'wxt/browser';

/** Opens the options page in a new tab, at one of its sections. */
export async function openOptions(section: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}`) });
}
