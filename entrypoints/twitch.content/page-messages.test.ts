import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMessages } from './page-messages';

type Listener = (message: unknown, sender: object, reply: (value: unknown) => void) => void;

/** Returns a function that sends a message, and returns the reply if there is one. */
function listen() {
  const answer = vi.fn<() => unknown>();
  const listening = new AbortController();
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  answerMessages(listening.signal, { 'panel/toggle': answer });
  const listener = add.mock.lastCall?.[0] as unknown as Listener;
  const reply = vi.fn<(value: unknown) => void>();
  return {
    answer,
    reply,
    listening,
    send: (message: unknown, sender: object) => listener(message, sender, reply),
  };
}

const OURS = { id: browser.runtime.id };

it('answers the background', () => {
  const { answer, reply, send } = listen();
  answer.mockReturnValue('folded');
  send({ name: 'panel/toggle' }, OURS);
  expect(reply).toHaveBeenCalledExactlyOnceWith('folded');
});

it.each([
  ['of another extension', { name: 'panel/toggle' }, { id: 'another' }],
  ['of a page in a tab', { name: 'panel/toggle' }, { ...OURS, tab: { id: 1 } }],
  ['with another name', { name: 'toString' }, OURS],
  ['without a name', null, OURS],
  ['that is no object', 'panel/toggle', OURS],
])('ignores a message %s', (_name, message, sender) => {
  const { answer, reply, send } = listen();
  send(message, sender);
  expect(answer).not.toHaveBeenCalled();
  expect(reply).not.toHaveBeenCalled();
});

it('stops when the signal aborts', () => {
  const { listening } = listen();
  const remove = vi.spyOn(fakeBrowser.runtime.onMessage, 'removeListener');
  listening.abort();
  expect(remove).toHaveBeenCalledOnce();
});
