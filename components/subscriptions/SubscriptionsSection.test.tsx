import { render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { storeSubscriptionReport, updateSubscription } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { fakeSend } from '@/tests/support/fake-send';
import { aFeed, SIGNED_OUT, STREAMER } from '@/tests/support/feed';
import { freshDatabase } from '@/tests/support/fresh-database';
import { aReceivedType, aReceiving } from '@/tests/support/receiving';
import { setUpScreen } from '@/tests/support/screen';
import { SubscriptionsSection } from './SubscriptionsSection';

setUpScreen();

const OWN_CHANNEL = aFeed({ account: STREAMER });
const MODERATOR_BUTTON = 'Also show follows and shoutouts';
const STREAMER_BUTTON = 'This is my channel: show everything';

interface World {
  feed?: Feed;
  receiving?: SubscriptionReport | null;
  send?: ReturnType<typeof fakeSend>;
}

async function open({ feed = aFeed(), receiving = aReceiving(), send = fakeSend() }: World = {}) {
  const db = freshDatabase();
  await feedItem.setValue(feed);
  if (receiving !== null) await storeSubscriptionReport(db, receiving);
  render(<SubscriptionsSection db={db} send={send} />);
  const section = screen.getByRole('region', { name: 'What you receive' });
  return { db, send, section, user: userEvent.setup() };
}

describe('what you receive', () => {
  it('can be linked to, and says at first that it is loading', async () => {
    const { section } = await open();
    expect(section.id).toBe('receiving');
    expect(within(section).getByText('Loading…')).toBeDefined();
  });

  it.each([
    ['viewer', 4, 'You listen to Demo_Streamer as a viewer. 4 of 10'],
    ['moderator', 4, 'You listen to Demo_Streamer as a moderator. 4 of 10'],
    ['streamer', 0, 'You listen to Demo_Streamer as the streamer. 0 of 10'],
  ] as const)('tells a %s as what they listen', async (role, cost, words) => {
    const { section } = await open({ receiving: aReceiving({ role, cost }) });
    await screen.findByRole('table');
    expect(section.textContent).toContain(`${words} of Twitch's budget used.`);
  });

  it('lists every type', async () => {
    await open();
    const table = await screen.findByRole('table', {
      name: 'Everything Twitch can tell about Demo_Streamer',
    });
    const row = within(table).getByRole('row', { name: /channel\.follow/ });
    expect(row.textContent).toContain('Needs you to be a moderator');
    expect(within(table).getAllByRole('rowheader')).toHaveLength(3);
  });

  it('shows at once what Twitch ended', async () => {
    const { db } = await open();
    const row = await screen.findByRole('row', { name: /channel\.chat\.notification/ });
    await updateSubscription(db, 'channel.chat.notification', {
      state: 'revoked',
      since: 1,
      reason: 'chat_user_banned',
    });
    await waitFor(() => expect(row.isConnected).toBe(false));
    const ended = screen.getByRole('row', { name: /channel\.chat\.notification/ });
    expect(ended.textContent).toContain('Ended by TwitchYou are banned from this chat.');
  });

  it('claims to listen to nothing while the connection is gone', async () => {
    await open({ feed: aFeed({ connection: { state: 'reconnecting', problem: 'offline' } }) });
    expect(await screen.findByText('Connection lost, reconnecting…')).toBeDefined();
    expect(screen.queryByText(/Listening since/)).toBeNull();
    expect(screen.getByText('Waiting for Twitch')).toBeDefined();
  });

  it.each([
    ['signed out', { feed: SIGNED_OUT }, /^Sign in with Twitch first/],
    ['without a favorite', { feed: aFeed({ favorite: null }) }, /^Choose a favorite streamer/],
    ['before Twitch was asked', { receiving: null }, /^Twitch has not been asked yet/],
    [
      'when it is still of the favorite before',
      { receiving: aReceiving({ streamerId: '999' }) },
      /^Twitch has not been asked yet/,
    ],
  ])('says so %s', async (_when, world, words) => {
    await open(world);
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says so when the database can not be opened', async () => {
    const db = freshDatabase();
    vi.spyOn(db, 'open').mockRejectedValue(new Error('no room'));
    await feedItem.setValue(aFeed());
    render(<SubscriptionsSection db={db} send={fakeSend()} />);
    expect((await screen.findByRole('alert')).textContent).toContain("can't be opened");
  });
});

describe('why something is missing', () => {
  it.each(["Why don't I see follows?", "Why don't I see polls, predictions or ads?"])(
    'answers a viewer: %s',
    async (question) => {
      const { user } = await open();
      const summary = await screen.findByText(question);
      await user.click(summary);
      expect(summary.closest('details')?.open).toBe(true);
    },
  );

  it('is no question where nothing is missing', async () => {
    await open({ feed: OWN_CHANNEL, receiving: aReceiving({ role: 'streamer' }) });
    await screen.findByRole('table');
    expect(screen.queryByText(/^Why don't/)).toBeNull();
  });

  it('is no question about follows to a moderator who hears them', async () => {
    const types = [aReceivedType({ type: 'channel.follow', kinds: ['follow'] })];
    await open({ receiving: aReceiving({ role: 'moderator', types }) });
    await screen.findByRole('table');
    expect(screen.queryByText("Why don't I see follows?")).toBeNull();
    expect(screen.getByText("Why don't I see polls, predictions or ads?")).toBeDefined();
  });
});

describe('allowing more', () => {
  it('asks for what moderators may see, saying what that is', async () => {
    const { send, user } = await open();
    const button = await screen.findByRole('button', { name: MODERATOR_BUTTON });
    expect(screen.getByText(/^If you moderate this channel: Twitch will ask/)).toBeDefined();
    await user.click(button);
    expect(send.sent).toEqual([['auth/begin', { rights: 'moderator' }]]);
    expect((await screen.findByRole('status')).textContent).toMatch(/^Allowed\./);
  });

  it('asks for everything on the own channel, naming each right', async () => {
    const types = [aReceivedType({ state: 'needs_permission' })];
    const { send, user, section } = await open({
      feed: OWN_CHANNEL,
      receiving: aReceiving({ role: 'streamer', types }),
    });
    await user.click(await screen.findByRole('button', { name: STREAMER_BUTTON }));
    expect(send.sent).toEqual([['auth/begin', { rights: 'streamer' }]]);
    for (const right of ['subscriptions', 'bits', 'polls', 'ads', 'followers', 'shoutouts']) {
      expect(section.textContent).toContain(right);
    }
  });

  it('leaves everything as it was when the user refuses', async () => {
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'denied' } });
    const { user } = await open({ send });
    await user.click(await screen.findByRole('button', { name: MODERATOR_BUTTON }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('You did not authorize the app on Twitch.');
    expect(screen.getByRole('button', { name: MODERATOR_BUTTON })).toBeDefined();
    expect(screen.getByRole('table')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is not offered to a viewer of whom Twitch said that they are no moderator', async () => {
    await open({ receiving: aReceiving({ isRoleKnown: true }) });
    expect(await screen.findByText(/^You are not a moderator of this channel/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['a moderator who has allowed it', aFeed(), 'moderator'],
    ['a streamer who has allowed it', OWN_CHANNEL, 'streamer'],
  ] as const)('is not offered to %s', async (_who, feed, role) => {
    await open({ feed, receiving: aReceiving({ role, isRoleKnown: true }) });
    await screen.findByRole('table');
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/^You are not a moderator/)).toBeNull();
  });
});
