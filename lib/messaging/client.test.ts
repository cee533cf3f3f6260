import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send, wake } from './client';

/** Adds a background that answers every message with `reply`. Returns the messages. */
function answering(reply: () => unknown): unknown[] {
  const messages: unknown[] = [];
  // The fake browser supports replies by callback only.
  fakeBrowser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    messages.push(message);
    sendResponse(reply());
    return true;
  });
  return messages;
}

it('sends name and data, and returns the reply', async () => {
  const messages = answering(() => ({ ok: true, value: null }));
  expect(await send('feed/seen', { upTo: 7 })).toEqual({ ok: true, value: null });
  expect(messages).toEqual([{ name: 'feed/seen', data: { upTo: 7 } }]);
});

it('returns a problem as it is', async () => {
  answering(() => ({ ok: false, problem: 'denied' }));
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'denied' });
});

it('returns unreachable when there is no background', async () => {
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'unreachable' });
});

it('returns unreachable when the background throws', async () => {
  answering(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'unreachable' });
});

it('returns unreachable when the background does not reply', async () => {
  answering(() => undefined);
  expect(await send('auth/begin', {})).toEqual({ ok: false, problem: 'unreachable' });
});

it('wakes the background with a command that changes nothing, and never throws', async () => {
  await wake();
  const messages = answering(() => ({ ok: true, value: null }));
  await wake();
  expect(messages).toEqual([{ name: 'feed/seen', data: { upTo: 0 } }]);
});
