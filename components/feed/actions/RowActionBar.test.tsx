import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { RowView } from '@/lib/domain/view/row-view';
import type { Reply } from '@/lib/messaging/protocol';
import { absoluteTime } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { EventList } from '../EventList';
import { ListWithActions } from './ListWithActions';

setUpScreen();

interface Setup {
  row?: Partial<RowView>;
  isTrusted?: boolean;
  replies?: Parameters<typeof fakeSend>[0];
  onlyViewer?: (viewerId: string) => void;
}

function show({ row = {}, isTrusted = true, replies = {}, ...offered }: Setup = {}) {
  const send = fakeSend(replies);
  const view = { ...aView(aCheer({}, 100)), ...row };
  render(
    <ListWithActions send={send} isTrusted={() => isTrusted} {...offered}>
      <EventList rows={[view]} />
    </ListWithActions>,
  );
  return { send, view, user: userEvent.setup() };
}

const openMenu = async (user: ReturnType<typeof userEvent.setup>) =>
  await user.click(screen.getByRole('button', { name: 'More actions' }));
const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

it('offers what the screen can do, and what the row has', async () => {
  const { user } = show();
  await openMenu(user);
  expect(items()).toEqual(['Copy', 'Hide events like this', 'Notify me of events like this']);
});

it('offers the moment in the recording, and the events of the viewer', async () => {
  const onlyViewer = vi.fn<(viewerId: string) => void>();
  const jump = { videoId: '12', seconds: 61 };
  const { user, view } = show({ onlyViewer, row: { jump } });
  await openMenu(user);
  const link = screen.getByRole('menuitem', { name: 'Jump to this moment' });
  expect(link.getAttribute('href')).toMatch(/^https:\/\/www\.twitch\.tv\/videos\/12\?t=/);
  await user.click(screen.getByRole('menuitem', { name: 'Only this viewer' }));
  expect(onlyViewer).toHaveBeenCalledWith(view.viewerId);
  expect(screen.queryByRole('menu')).toBeNull();
});

it('moves in the menu by keys, and closes it with Escape', async () => {
  const { user } = show();
  await openMenu(user);
  await user.keyboard('{End}');
  expect(document.activeElement?.textContent).toBe('Notify me of events like this');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Copy');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More actions' }));
});

it('copies the row as text, and says so', async () => {
  const { user, view } = show({ row: { userMessage: 'for the coop' } });
  await user.hover(screen.getByRole('listitem'));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(screen.getAllByText('Copied')).toHaveLength(2));
  expect(await navigator.clipboard.readText()).toBe(
    `Demo_Viewer cheered 100 bits\nfor the coop\n${absoluteTime(view.createdAt)}`,
  );
});

it('hides events like this one, and shows them again', async () => {
  const { send, user } = show();
  await openMenu(user);
  await user.click(screen.getByRole('menuitem', { name: 'Hide events like this' }));
  const kind = { kind: 'cheer', streamerId: '100' };
  expect(send.sent).toEqual([['feed/hideKind', { ...kind, isHidden: true }]]);
  const undo = await screen.findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(document.activeElement).toBe(undo));
  await user.click(undo);
  expect(send.sent.at(-1)).toEqual(['feed/hideKind', { ...kind, isHidden: false }]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('says why events could not be hidden', async () => {
  const failed: Reply<never> = { ok: false, problem: 'unreachable' };
  const { user } = show({ replies: { 'feed/hideKind': failed } });
  await openMenu(user);
  await user.click(screen.getByRole('menuitem', { name: 'Hide events like this' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('does nothing for a script of the page', async () => {
  const { send, user } = show({ isTrusted: false });
  await openMenu(user);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Hide events like this' }));
  expect(send.sent).toEqual([]);
});
