import { render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { NotifyReply } from '@/lib/domain/notification/notify-reply';
import type { Reply } from '@/lib/messaging/protocol';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { EventList } from '../EventList';
import { ListWithActions } from './ListWithActions';

setUpScreen();

const CHEER = { kind: 'cheer', streamerId: '100' };
const ITEM = 'Notify me of events like this';

interface Setup {
  reply?: Partial<NotifyReply>;
  problem?: 'unreachable';
  askToNotify?: () => Promise<boolean>;
  isTrusted?: boolean;
  event?: Parameters<typeof aView>[0];
}

async function show(setup: Setup = {}) {
  const { reply, problem, askToNotify, isTrusted = true, event = aCheer({}, 100) } = setup;
  const message = { message: 'notification.chosen', params: {} } as const;
  const value: NotifyReply = { message, undo: { isOn: false }, ...reply };
  const answer = problem === undefined ? { ok: true, value } : { ok: false, problem };
  // The replies of the fake are not typed by command.
  const send = fakeSend({ 'notifications/choose': answer as Reply<never> });
  render(
    <ListWithActions send={send} isTrusted={() => isTrusted} askToNotify={askToNotify}>
      <div role="group" tabIndex={-1}>
        <EventList rows={[aView(event)]} />
      </div>
    </ListWithActions>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  return { send, user };
}

const choose = async (user: ReturnType<typeof userEvent.setup>) =>
  await user.click(screen.getByRole('menuitem', { name: ITEM }));

it('switches notifications on and off again, and the focus stays in the list', async () => {
  const { send, user } = await show();
  await choose(user);
  expect(send.sent).toEqual([['notifications/choose', { ...CHEER, isOn: true }]]);
  const words = await screen.findByText('You will be notified of events like this.');
  expect(words.getAttribute('aria-live')).toBe('polite');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(send.sent.at(-1)).toEqual(['notifications/choose', { ...CHEER, isOn: false }]);
  await waitFor(() => expect(words.textContent).toBe(''));
  expect(document.activeElement).toBe(screen.getByRole('group'));
});

it('offers to take back only what it has changed', async () => {
  const { user } = await show({ reply: { undo: {} } });
  await choose(user);
  await user.click(await screen.findByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('group'));
});

it('asks the user before anything else, where a screen may', async () => {
  const order: string[] = [];
  const askToNotify = vi.fn<() => Promise<boolean>>(async () => {
    order.push('asked');
    return true;
  });
  const { send, user } = await show({ askToNotify });
  await choose(user);
  order.push(...send.sent.map(([name]) => name));
  expect(order).toEqual(['asked', 'notifications/choose']);
  expect(send.sent).toEqual([['notifications/choose', { ...CHEER, isOn: true, all: true }]]);
  expect(await screen.findByText(/^You will be notified/)).toBeDefined();
});

it('leaves everything as it was if the user refuses', async () => {
  const undo = { isOn: false, all: false } as const;
  const { send, user } = await show({ askToNotify: async () => false, reply: { undo } });
  await choose(user);
  expect(await screen.findByText('Your browser does not allow notifications.')).toBeDefined();
  expect(send.sent.at(-1)).toEqual(['notifications/choose', { ...CHEER, ...undo }]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('says why it failed', async () => {
  const { user } = await show({ problem: 'unreachable' });
  await choose(user);
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('does nothing for a script of the page', async () => {
  const { send, user } = await show({ isTrusted: false });
  await choose(user);
  expect(send.sent).toEqual([]);
});

it('is not offered for what has no notifications', async () => {
  await show({
    event: anEvent('unraid', {}),
  });
  expect(screen.queryByRole('menuitem', { name: ITEM })).toBeNull();
});
