import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToBrowserCommands } from './browser-commands';

type Listener = (command: string, tab?: { id: number }) => void;

/** Returns a function that does what the browser does when the user presses a shortcut. */
function listen(): Listener {
  const listeners: Listener[] = [];
  // The fake browser has no commands.
  const onCommand = { addListener: (listener: Listener) => listeners.push(listener) };
  Object.assign(browser, { commands: { onCommand } });
  listenToBrowserCommands();
  return (command, tab) => {
    for (const listener of listeners) listener(command, tab);
  };
}

beforeEach(() => {
  fakeBrowser.runtime.getURL = (path: string) => `chrome-extension://abc${path}`;
});

it('shows the history, in the tab that shows it already', async () => {
  const open = vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  const update = vi.spyOn(browser.tabs, 'update').mockResolvedValue({} as never);
  const press = listen();
  press('open-history');
  const url = 'chrome-extension://abc/history.html';
  await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url }));
  expect(open).toHaveBeenCalledWith({ url: `${url}*` });
  open.mockResolvedValue([{ id: 7 }] as never);
  press('open-history');
  await vi.waitFor(() => expect(update).toHaveBeenCalledWith(7, { active: true }));
  expect(create).toHaveBeenCalledOnce();
});

it('passes only the shortcut of the panel on to the page in front', () => {
  const send = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined);
  vi.spyOn(browser.tabs, 'query').mockRejectedValue(new Error('the browser closes'));
  const press = listen();
  press('open-history', { id: 7 });
  press('something-else', { id: 7 });
  press('toggle-panel');
  expect(send).not.toHaveBeenCalled();
  press('toggle-panel', { id: 7 });
  expect(send).toHaveBeenCalledWith(7, { name: 'panel/toggle' }, { frameId: 0 });
});
