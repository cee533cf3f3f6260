import { render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { storeSubscriptionReport, updateReportedSubscription } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { EMPTY_ROSTER, type Roster } from '@/lib/domain/roster/roster';
import { changeRoster } from '@/lib/settings/roster';
import {
  aFeed,
  type FavoriteFeed,
  SIGNED_OUT,
  STREAMER,
  storeFeed,
} from '@/tests/support/builders/feed';
import { aRoster } from '@/tests/support/builders/roster';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen, unfoldAll } from '@/tests/support/screens/screen';
import { SubscriptionsSection } from './SubscriptionsSection';

setUpScreen();

const OWN_CHANNEL = aFeed({ account: STREAMER });
const MODERATOR_BUTTON = 'Also show follows and shoutouts';
const STREAMER_BUTTON = 'This is my channel: show everything';

interface Setup {
  feed?: FavoriteFeed;
  roster?: Roster;
  report?: SubscriptionReport | null;
  send?: ReturnType<typeof fakeSend>;
}

async function open({
  feed = aFeed(),
  roster = aRoster(),
  report = aSubscriptionReport(),
  send = fakeSend(),
}: Setup = {}) {
  const db = freshDatabase();
  await storeFeed(feed);
  if (feed.account !== null) await changeRoster(feed.account.id, () => roster);
  if (report !== null) await storeSubscriptionReport(db, report);
  render(<SubscriptionsSection db={db} send={send} />);
  const section = screen.getByRole('region', { name: 'What you receive' });
  return { db, send, section, user: userEvent.setup() };
}

describe('SubscriptionsSection', () => {
  it('has an id for links, and says at first that it is loading', async () => {
    const { section } = await open();
    expect(section.id).toBe('receiving');
    expect(within(section).getByText('Loading…')).toBeDefined();
  });

  it.each([
    ['viewer', 4, 'You listen to Demo_Streamer as a viewer. 4 of 10'],
    ['moderator', 4, 'You listen to Demo_Streamer as a moderator. 4 of 10'],
    ['streamer', 0, 'You listen to Demo_Streamer as the streamer. 0 of 10'],
  ] as const)('names the role and the used budget of a %s', async (role, cost, text) => {
    const { section } = await open({ report: aSubscriptionReport({ role, cost }) });
    await screen.findByRole('table');
    expect(section.textContent).toContain(`${text} of Twitch's budget used.`);
  });

  it('lists every type: those that are received, and folded those that are not', async () => {
    await open();
    const received = await screen.findByRole('table', {
      name: 'Event types that you receive from Demo_Streamer',
    });
    await unfoldAll(document.body);
    const others = await screen.findByRole('table', {
      name: 'Event types that you do not receive from Demo_Streamer',
    });
    const row = within(others).getByRole('row', { name: /channel\.follow/ });
    expect(row.textContent).toContain('Needs you to be a moderator');
    const rows = [received, others].flatMap((table) => within(table).getAllByRole('rowheader'));
    expect(rows).toHaveLength(3);
  });

  it('shows a revoked subscription at once', async () => {
    const { db } = await open();
    const row = await screen.findByRole('row', { name: /channel\.chat\.notification/ });
    await updateReportedSubscription(db, '100', 'channel.chat.notification', {
      state: 'revoked',
      since: 1,
      reason: 'chat_user_banned',
    });
    await waitFor(() => expect(row.isConnected).toBe(false));
    const ended = screen.getByRole('row', { name: /channel\.chat\.notification/ });
    expect(ended.textContent).toContain('Ended by TwitchYou are banned from this chat.');
  });

  it('shows no active subscription while the connection is lost', async () => {
    await open({ feed: aFeed({ connection: { state: 'reconnecting', problem: 'offline' } }) });
    expect(await screen.findByText('Connection lost, reconnecting…')).toBeDefined();
    expect(screen.queryByText(/Listening since/)).toBeNull();
    expect(screen.getByText('Waiting for Twitch')).toBeDefined();
  });

  it.each([
    ['signed out', { feed: SIGNED_OUT }, /^Sign in with Twitch first/],
    ['without a favorite', { roster: EMPTY_ROSTER }, /^Choose a favorite streamer/],
    ['before the first report', { report: null }, /^The extension has not asked Twitch yet/],
    [
      'while the only report is about the previous favorite',
      { report: aSubscriptionReport({ streamerId: '999' }) },
      /^The extension has not asked Twitch yet/,
    ],
  ])('explains why there is no table: %s', async (_name, setup, text) => {
    await open(setup);
    expect(await screen.findByText(text)).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows an error when the database cannot be opened', async () => {
    const db = freshDatabase();
    vi.spyOn(db, 'open').mockRejectedValue(new Error('no room'));
    await storeFeed(aFeed());
    await changeRoster('200', () => aRoster());
    render(<SubscriptionsSection db={db} send={fakeSend()} />);
    expect((await screen.findByRole('alert')).textContent).toContain("can't be opened");
  });
});

describe('MissingEventsHelp', () => {
  it.each(["Why don't I see follows?", "Why don't I see polls, predictions or ads?"])(
    'answers the question of a viewer: %s',
    async (question) => {
      const { user } = await open();
      const summary = await screen.findByText(question);
      await user.click(summary);
      expect(summary.closest('details')?.open).toBe(true);
    },
  );

  it('is empty for the streamer', async () => {
    await open({ feed: OWN_CHANNEL, report: aSubscriptionReport({ role: 'streamer' }) });
    await screen.findByRole('table');
    expect(screen.queryByText(/^Why don't/)).toBeNull();
  });

  it('does not explain missing follows to a moderator who receives them', async () => {
    const types = [aReportedSubscription({ type: 'channel.follow', kinds: ['follow'] })];
    await open({ report: aSubscriptionReport({ role: 'moderator', types }) });
    await screen.findByRole('table');
    expect(screen.queryByText("Why don't I see follows?")).toBeNull();
    expect(screen.getByText("Why don't I see polls, predictions or ads?")).toBeDefined();
  });
});

describe('MoreScopes', () => {
  it('requests the moderator scopes after explaining them', async () => {
    const { send, user } = await open();
    const button = await screen.findByRole('button', { name: MODERATOR_BUTTON });
    expect(screen.getByText(/^If you moderate this channel: Twitch will ask/)).toBeDefined();
    await user.click(button);
    expect(send.sent).toEqual([['auth/begin', { rights: 'moderator' }]]);
    expect((await screen.findByRole('status')).textContent).toMatch(/^Allowed\./);
  });

  it('requests all scopes on the user’s own channel, naming each one', async () => {
    const types = [aReportedSubscription({ state: 'needs_permission' })];
    const { send, user, section } = await open({
      feed: OWN_CHANNEL,
      report: aSubscriptionReport({ role: 'streamer', types }),
    });
    await user.click(await screen.findByRole('button', { name: STREAMER_BUTTON }));
    expect(send.sent).toEqual([['auth/begin', { rights: 'streamer' }]]);
    for (const scope of ['subscriptions', 'bits', 'polls', 'ads', 'followers', 'shoutouts']) {
      expect(section.textContent).toContain(scope);
    }
  });

  it('changes nothing when the user refuses', async () => {
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'denied' } });
    const { user } = await open({ send });
    await user.click(await screen.findByRole('button', { name: MODERATOR_BUTTON }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('You did not authorize the app on Twitch.');
    expect(screen.getByRole('button', { name: MODERATOR_BUTTON })).toBeDefined();
    expect(screen.getByRole('table')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is not offered to a viewer who is no moderator according to Twitch', async () => {
    await open({ report: aSubscriptionReport({ isRoleKnown: true }) });
    expect(await screen.findByText(/^You are not a moderator of this channel/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['a moderator who has granted them', aFeed(), 'moderator'],
    ['a streamer who has granted them', OWN_CHANNEL, 'streamer'],
  ] as const)('is not offered to %s', async (_user, feed, role) => {
    await open({ feed, report: aSubscriptionReport({ role, isRoleKnown: true }) });
    await screen.findByRole('table');
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/^You are not a moderator/)).toBeNull();
  });
});
