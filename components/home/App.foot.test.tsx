import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Problem } from '@/lib/domain/problem';
import { journalItem } from '@/lib/settings/connection-journal';
import { clockTime } from '@/lib/time';
import { aFeed, STREAMER } from '@/tests/support/builders/feed';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

describe('the bottom line', () => {
  it('shows counts by streamer and by type', async () => {
    const db = freshDatabase();
    await db.channels.add({ ...STREAMER, ...NOTHING_KNOWN });
    await db.counts.bulkAdd([
      { streamer_id: '100', event_type: 'cheer', period: 'all', count: 1200 },
      { streamer_id: '100', event_type: 'sub', period: 'all', count: 34 },
    ]);
    const { user } = await openPopup(aFeed(), { db });
    await user.click(screen.getByRole('button', { name: 'Counts' }));
    const all = await screen.findByRole('table', { name: 'Events by streamer' });
    expect(within(all).getByRole('row', { name: 'Demo_Streamer 1,234' })).toBeDefined();
    const byType = screen.getByRole('table', { name: 'Events by streamer and type' });
    expect(within(byType).getByRole('row', { name: 'Demo_Streamer Cheers 1,200' })).toBeDefined();
    expect(within(byType).getByRole('row', { name: 'Demo_Streamer New subs 34' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Close the counts' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('links to the subscription report', async () => {
    const { user } = await openPopup(aFeed());
    await user.click(screen.getByRole('button', { name: 'Account and more' }));
    const link = screen.getByRole('menuitem', { name: 'What you receive' });
    expect(link.getAttribute('href')).toBe('ext:/options.html#receiving');
  });

  it('opens the history', async () => {
    const { page, user } = await openPopup(aFeed());
    await user.click(screen.getByRole('button', { name: 'History' }));
    expect(page.showHistory).toHaveBeenCalledWith();
  });

  it('signs out', async () => {
    const { send, user } = await openPopup(aFeed());
    await user.click(screen.getByRole('button', { name: 'Account and more' }));
    expect(screen.getByRole('menu').textContent).toContain('Signed in as Demo_Viewer');
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    expect(send.sent).toContainEqual(['auth/signOut', {}]);
  });

  it('opens a window of its own, the side panel and the options', async () => {
    const { page, user } = await openPopup(aFeed());
    await user.click(screen.getByRole('button', { name: 'Open in a window of its own' }));
    expect(page.popOut).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Account and more' }));
    await user.click(screen.getByRole('menuitem', { name: 'Open the side panel' }));
    expect(page.openSidePanel).toHaveBeenCalledOnce();
    const options = screen.getByRole('link', { name: 'Options' });
    expect(options.getAttribute('href')).toBe('ext:/options.html');
  });
});

describe('the bottom line while something is wrong', () => {
  const wrong = (problem: Problem) => aFeed({ connection: { state: 'problem', problem } });

  it('says since when', async () => {
    const [began, now] = [Date.now() - 60_000, Date.now()];
    const entries = [
      { at: began - 1, state: 'listening', problem: null },
      { at: began, state: 'reconnecting', problem: 'offline' },
    ] as const;
    await journalItem.setValue({ entries: [...entries], problems: {}, faults: {} });
    await openPopup(aFeed({ connection: { state: 'reconnecting', problem: 'offline' } }));
    const since = await screen.findByText(`since ${clockTime(began, now)}`);
    expect(since.closest('[role="status"]')).not.toBeNull();
  });

  it.each<Connection>([
    { state: 'reconnecting', problem: 'twitch_down' },
    { state: 'listening', problem: 'chat_refused' },
    { state: 'problem', problem: 'too_many_connections' },
  ])('tries again with one button: %o', async (connection) => {
    const { send, user } = await openPopup(aFeed({ connection }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(send.sent).toContainEqual(['connection/retry', {}]);
  });

  it('says why it could not be tried again', async () => {
    const send = fakeSend({ 'connection/retry': { ok: false, problem: 'unreachable' } });
    const { user } = await openPopup(wrong('offline'), { send });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Reload this page');
  });

  it('signs in again', async () => {
    const { send, user } = await openPopup(wrong('missing_scope'));
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(send.sent).toContainEqual(['auth/begin', {}]);
  });

  it('leads to where room can be made', async () => {
    await openPopup(wrong('storage_full'));
    const link = screen.getByRole('link', { name: 'Free space' });
    expect(link.getAttribute('href')).toBe('ext:/options.html#history');
  });

  it('moves the focus to the box for another favorite', async () => {
    const { user } = await openPopup(wrong('streamer_gone'));
    await user.click(screen.getByRole('button', { name: 'Choose another streamer' }));
    const box = screen.getByRole('combobox', { name: 'Favorite streamer' });
    expect(document.activeElement).toBe(box);
  });

  it('offers nothing where nothing here helps', async () => {
    await openPopup(wrong('database_newer'));
    const foot = within(screen.getByRole('contentinfo'));
    expect(foot.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
