import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send, wake } from './client';

/** A background that answers every message with `reply`. */
function answering(reply: () => unknown): unknown[] {
  const messages: unknown[] = [];
  // The fake browser knows answers by callback only; the polyfill turns promises into them.
  fakeBrowser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    messages.push(message);
    sendResponse(reply());
    return true;
  });
  return messages;
}

it('sends name and data, and gives the reply', async () => {
  const messages = answering(() => ({ ok: true, value: null }));
  expect(await send('feed/seen', { upTo: 7 })).toEqual({ ok: true, value: null });
  expect(messages).toEqual([{ name: 'feed/seen', data: { upTo: 7 } }]);
});

it('gives a problem as it is', async () => {
  answering(() => ({ ok: false, problem: 'denied' }));
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'denied' });
});

it('tells a background that is gone as unreachable', async () => {
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'unreachable' });
});

it('tells a background that breaks down as unreachable', async () => {
  answering(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'unreachable' });
});

it('tells a background that says nothing as unreachable', async () => {
  answering(() => undefined);
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'unreachable' });
});

it('wakes the background by saying what changes nothing, and never throws', async () => {
  await wake();
  const messages = answering(() => ({ ok: true, value: null }));
  await wake();
  expect(messages).toEqual([{ name: 'feed/seen', data: { upTo: 0 } }]);
});
