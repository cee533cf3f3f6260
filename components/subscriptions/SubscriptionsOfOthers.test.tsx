import { render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { storeSubscriptionReport } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { MAX_OTHERS, type Roster, withoutOther } from '@/lib/domain/roster/roster';
import { changeRoster } from '@/lib/settings/roster';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen, unfoldAll } from '@/tests/support/screens/screen';
import { SubscriptionsSection } from './SubscriptionsSection';

setUpScreen();

const withOther = aRoster({ others: [listed(OTHER_STREAMER)] });
const ofOther = aSubscriptionReport({
  streamerId: '101',
  cost: 0,
  types: [
    aReportedSubscription(),
    aReportedSubscription({ type: 'stream.online', kinds: ['stream_online'], state: 'looked_up' }),
    aReportedSubscription({ type: 'channel.raid', kinds: ['raid_out'], state: 'favorite_only' }),
    aReportedSubscription({ type: 'channel.update', kinds: ['channel_update'], state: 'waiting' }),
  ],
});

async function open(roster: Roster, ...reports: SubscriptionReport[]) {
  const db = freshDatabase();
  await storeFeed(aFeed());
  await changeRoster('200', () => roster);
  for (const report of reports) await storeSubscriptionReport(db, report);
  render(<SubscriptionsSection db={db} send={fakeSend()} />);
  const section = screen.getByRole('region', { name: 'What you receive' });
  return { section, user: userEvent.setup() };
}

/** Returns the text of a part of the budget. */
const partOf = async (name: string) => (await screen.findByText(name)).parentElement?.textContent;

it('shows what all of them together use, and how many more may be added', async () => {
  await open(withOther, aSubscriptionReport(), ofOther, aSubscriptionReport({ streamerId: '7' }));
  expect(await partOf('Budget')).toContain('4 of 10 points');
  expect(await partOf('Subscriptions')).toContain('3 of 300');
  const others = await partOf('Streamers beside your favorite');
  expect(others).toContain('1 of 50');
  expect(others).toContain('49 more fit');
});

it.each([
  [1, '1 more fits'],
  [0, 'No more fit'],
])('says that %i more may be added', async (left, text) => {
  await open(aRoster({ others: manyListed(MAX_OTHERS - left) }), aSubscriptionReport());
  expect(await partOf('Streamers beside your favorite')).toContain(text);
});

it('shows the report of the favorite first, and of each other when it is chosen', async () => {
  const { user } = await open(withOther, aSubscriptionReport(), ofOther);
  expect(await screen.findByRole('table', { name: /Demo_Streamer$/ })).toBeDefined();
  const select = screen.getByRole('combobox', { name: 'Streamer' });
  expect(select).toHaveProperty('value', '100');
  await user.selectOptions(select, 'Other_Streamer');
  const table = within(await screen.findByRole('table', { name: /Other_Streamer$/ }));
  expect(table.getByRole('row', { name: /stream\.online/ }).textContent).toContain(
    'Looked up once a minute',
  );
  await unfoldAll(document.body);
  const folded = await screen.findByRole('row', { name: /channel\.raid/ });
  expect(folded.textContent).toContain('Only for your favorite');
});

it('goes back to the favorite when the chosen streamer was removed', async () => {
  const { user } = await open(withOther, aSubscriptionReport());
  const select = await screen.findByRole('combobox', { name: 'Streamer' });
  await user.selectOptions(select, 'Other_Streamer');
  expect(await screen.findByText(/^The extension has not asked Twitch yet/)).toBeDefined();
  await changeRoster('200', (now) => withoutOther(now, '101'));
  expect(await screen.findByRole('table', { name: /Demo_Streamer$/ })).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
});

it('shows the report of an other if there is no favorite', async () => {
  await open({ favorite: null, others: [listed(OTHER_STREAMER)] }, ofOther);
  expect(await screen.findByRole('table', { name: /Other_Streamer$/ })).toBeDefined();
});
