import { act, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Problem } from '@/lib/domain/problem';
import type { Reply } from '@/lib/messaging/protocol';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aSuggestion } from '@/tests/support/builders/suggestions';
import { setUpScreen } from '@/tests/support/screens/screen';
import { AddStreamer } from './AddStreamer';

setUpScreen();

const LIVE = ['tea', 'tempo'].map((login) => aSuggestion(login, { isLive: true }));

/** Renders the form. `problem` is the reply to an attempt to add someone. */
function open({ live = LIVE, problem }: { live?: Suggestion[]; problem?: Problem } = {}) {
  const queries: string[] = [];
  const onAdded = vi.fn<(streamer: Streamer) => void>();
  const onClose = vi.fn<() => void>();
  const added: string[] = [];
  const add = async (userName: string): Promise<Reply<Streamer>> => {
    added.push(userName);
    if (problem !== undefined) return { ok: false, problem };
    return { ok: true, value: OTHER_STREAMER };
  };
  const suggest = async (query: string): Promise<Reply<Suggestion[]>> => {
    queries.push(query);
    return { ok: true, value: query === '' ? live : [aSuggestion(query)] };
  };
  const form = (request: number) => (
    <AddStreamer
      listed={[DEMO_STREAMER, OTHER_STREAMER]}
      {...{ add, onAdded, onClose, suggest, request }}
    />
  );
  const { rerender } = render(form(1));
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Streamer' });
  const askAgain = () => act(() => rerender(form(2)));
  return { user: userEvent.setup(), box, queries, added, onAdded, onClose, askAgain };
}

const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

it('has the focus, and shows live channels before anything is typed', async () => {
  const { box, queries } = open();
  await waitFor(() => expect(options()).toEqual(['TteaLive', 'TtempoLive']));
  expect(document.activeElement).toBe(box);
  expect(queries).toEqual(['']);
});

it('shows nothing if no followed channel is live', async () => {
  const { queries } = open({ live: [] });
  await waitFor(() => expect(queries).toEqual(['']));
  expect(options()).toEqual([]);
  expect(screen.queryByRole('listbox')).toBeNull();
});

it('does not suggest streamers that are listed already', async () => {
  open({ live: [...LIVE, { ...OTHER_STREAMER, isLive: true }] });
  await waitFor(() => expect(options()).toEqual(['TteaLive', 'TtempoLive']));
});

it('suggests what matches the typed text, and live channels again without one', async () => {
  const { user, box } = open();
  await user.type(box, 'moss');
  await waitFor(() => expect(options()).toEqual(['Mmoss']));
  await user.clear(box);
  await waitFor(() => expect(options()).toHaveLength(2));
});

it('adds a suggested channel with the keyboard alone, and empties the box', async () => {
  const { user, box, added, onAdded } = open();
  await waitFor(() => expect(options()).toHaveLength(2));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(added).toEqual(['tempo']);
  await waitFor(() => expect(onAdded).toHaveBeenCalledWith(OTHER_STREAMER));
  expect(box.value).toBe('');
  expect(options()).toEqual([]);
});

it('adds a typed name with the button', async () => {
  const { user, box, added } = open();
  await user.type(box, 'moss');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(added).toEqual(['moss']);
});

it.each([
  ['streamer_not_found', 'There is no Twitch channel with that name.'],
  ['invalid_user_name', "That can't be a Twitch user name."],
  ['rate_limited', 'Twitch asks for a short break.'],
] as const)('says what is wrong: %s', async (problem, text) => {
  const { user, box, onAdded } = open({ problem });
  await user.type(box, 'moss{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain(text);
  expect(box.value).toBe('moss');
  expect(onAdded).not.toHaveBeenCalled();
});

it.each([
  ['Escape', async (user: ReturnType<typeof userEvent.setup>) => await user.keyboard('{Escape}')],
  [
    'its button',
    async (user: ReturnType<typeof userEvent.setup>) =>
      await user.click(screen.getByRole('button', { name: 'Close' })),
  ],
])('closes with %s, even while the list is open', async (_way, close) => {
  const { user, onClose } = open();
  await waitFor(() => expect(options()).toHaveLength(2));
  await close(user);
  expect(onClose).toHaveBeenCalledOnce();
});

it('gets the focus again when it is asked for again', async () => {
  const { user, box, askAgain } = open();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(document.activeElement).not.toBe(box);
  await askAgain();
  expect(document.activeElement).toBe(box);
});
