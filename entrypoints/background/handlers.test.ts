import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createServer } from '@/lib/messaging/server';
import { IDENTITY, PANEL } from '@/tests/support/builders/senders';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { handlersOf } from './handlers';

/** Answers a message of the panel while the background cannot start, as with a damaged database. */
const answer = createServer(handlersOf(new Promise(() => undefined)), IDENTITY, createFakeLog());
const open = async (data: object) => await answer({ name: 'history/open', data }, PANEL);

it('opens the history for the panel, even if the background cannot start', async () => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  expect(await open({})).toEqual({ ok: true, value: null });
  expect(await open({ viewerId: '7' })).toEqual({ ok: true, value: null });
  const paths = create.mock.calls.map(([tab]) => tab.url?.replace(/^.*(?=\/history)/, ''));
  expect(paths).toEqual(['/history.html', '/history.html?viewer=7']);
});

it('opens nothing for what is no id', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  create.mockClear();
  expect(await open({ viewerId: '//example.com' })).toEqual({ ok: false, problem: 'not_allowed' });
  expect(create).not.toHaveBeenCalled();
});
