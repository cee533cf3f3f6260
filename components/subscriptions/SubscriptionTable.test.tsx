import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReportedSubscription } from '@/lib/domain/access/subscription-report';
import { absoluteTime, DAY, systemClock } from '@/lib/time';
import { aReportedSubscription } from '@/tests/support/builders/subscription-report';
import { setUpScreen } from '@/tests/support/screens/screen';
import { SubscriptionTable } from './SubscriptionTable';

setUpScreen();

const TYPE = 'channel.chat.notification';

const caption = { message: 'receiving.table', params: { streamer: 'Demo_Streamer' } } as const;

function show(...subscriptions: ReportedSubscription[]) {
  return render(<SubscriptionTable caption={caption} subscriptions={subscriptions} />);
}

const row = () => screen.getByRole('row', { name: /channel\.chat\.notification/ });

describe('SubscriptionTable', () => {
  it('has a caption and names the events of each type next to Twitch’s name of it', () => {
    show(aReportedSubscription());
    const name = 'Event types that you receive from Demo_Streamer';
    expect(screen.getByRole('table', { name })).toBeDefined();
    const header = screen.getByRole('rowheader', { name: `New subs, Resubs ${TYPE}` });
    expect(header.textContent).toBe(`New subs, Resubs ${TYPE}`);
  });

  it.each([
    ['waiting', 'Waiting for Twitch'],
    ['needs_moderator', 'Needs you to be a moderator'],
    ['streamer_only', 'Only the streamer can see this'],
    ['needs_permission', 'Needs your permission'],
    ['covered_by_other', 'Covered by another type'],
    ['switched_off', 'Not recorded unless switched on'],
    [
      'over_budget',
      "Left out: the extension uses at most 5 of Twitch's budget of 10, so that a new session has room next to an old one",
    ],
    ['refused', 'Refused by Twitch'],
    ['revoked', 'Ended by Twitch'],
  ] as const)('describes the state %s', (state, text) => {
    show(aReportedSubscription({ state }));
    expect(row().querySelector('td')?.textContent).toBe(text);
  });

  it('shows only the time for a subscription that is active since today', () => {
    const now = systemClock.now();
    show(aReportedSubscription({ since: now }));
    const time = row().querySelector('time');
    expect(time?.textContent).toMatch(/^Listening since \d{1,2}:\d{2}/);
    expect(time?.getAttribute('title')).toBe(absoluteTime(now));
  });

  it('shows the date for a subscription that is active since an earlier day', () => {
    const before = systemClock.now() - 400 * DAY;
    show(aReportedSubscription({ since: before }));
    expect(row().textContent).toContain(`${new Date(before).getFullYear()}`);
  });

  it.each([
    ['revoked', 'authorization_revoked', 'You withdrew the permission'],
    ['waiting', 'rate_limited', 'Twitch asks for a short break'],
    ['refused', 'subscription missing proper authorization', "Twitch's reason: subscription miss"],
  ] as const)('explains why it is %s: %s', (state, reason, text) => {
    show(aReportedSubscription({ state, reason }));
    expect(row().textContent).toContain(text);
  });

  it('names only the kinds that are taken from a subscription', () => {
    show(
      aReportedSubscription({ kinds: ['cheer', 'power_up', 'highlight'], taken: ['highlight'] }),
    );
    expect(screen.getByRole('rowheader').textContent).toBe(`Highlighted messages ${TYPE}`);
  });

  it.each([
    ['add', 'New channel point rewards'],
    ['update', 'Changes of channel point rewards'],
    ['remove', 'Removed channel point rewards'],
  ])('names the changes of rewards apart: %s', (change, name) => {
    const type = `channel.channel_points_custom_reward.${change}`;
    show(aReportedSubscription({ type, kinds: ['other'], taken: [] }));
    expect(screen.getByRole('rowheader').textContent).toBe(`${name} ${type}`);
  });

  it('shows a reason from Twitch as text, never as markup', () => {
    show(aReportedSubscription({ state: 'refused', reason: '<b>no</b>' }));
    expect(row().textContent).toContain("Twitch's reason: <b>no</b>");
  });

  it('keeps two subscriptions of one type apart when a state changes', () => {
    const raidOut = aReportedSubscription({
      key: 'out',
      type: 'channel.raid',
      kinds: ['raid_out'],
    });
    const raidIn = aReportedSubscription({ key: 'in', type: 'channel.raid', kinds: ['raid_in'] });
    const { rerender } = show(raidOut, raidIn);
    const revoked = { ...raidIn, state: 'revoked', reason: 'user_removed' } as const;
    rerender(<SubscriptionTable caption={caption} subscriptions={[raidOut, revoked]} />);
    const rows = screen.getAllByRole('row', { name: /channel\.raid/ });
    expect(rows.map((item) => item.querySelector('td')?.textContent)).toEqual([
      expect.stringMatching(/^Listening since/),
      expect.stringMatching(/^Ended by Twitch/),
    ]);
  });

  it('lists active subscriptions first and groups the others by state', () => {
    show(
      aReportedSubscription({ type: 'a', state: 'streamer_only' }),
      aReportedSubscription({ type: 'b', state: 'needs_moderator' }),
      aReportedSubscription({ type: 'c', state: 'listening' }),
      aReportedSubscription({ type: 'd', state: 'streamer_only' }),
      aReportedSubscription({ type: 'e', state: 'revoked' }),
    );
    const types = screen.getAllByRole('rowheader').map((cell) => cell.textContent?.at(-1));
    expect(types).toEqual(['c', 'e', 'b', 'a', 'd']);
  });
});
