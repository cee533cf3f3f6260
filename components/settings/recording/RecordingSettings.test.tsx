import { render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import { storeSubscriptionReport } from '@/lib/db/subscription-report';
import { MODERATION_SCOPES } from '@/lib/domain/access/scopes';
import type {
  Role,
  SubscriptionReport,
  SubscriptionState,
} from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import {
  DEFAULT_RECORDING_OPTIONS,
  type RecordingOptions,
} from '@/lib/domain/history/recording-options';
import { readSettings, settingsItem, storeSettings } from '@/lib/settings/settings';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aFeed, type FavoriteFeed, SIGNED_OUT, storeFeed } from '@/tests/support/builders/feed';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { RecordingSettings } from './RecordingSettings';

setUpScreen();

const MODERATION_BUTTON = 'Also show who moderates, and why';
const REDEMPTIONS_BUTTON = 'Allow channel point redemptions';

interface Setup {
  feed?: FavoriteFeed;
  report?: SubscriptionReport;
  recording?: Partial<RecordingOptions>;
  send?: ReturnType<typeof fakeSend>;
}

async function open({ feed = aFeed(), report, recording = {}, send = fakeSend() }: Setup = {}) {
  const db = freshDatabase();
  await storeFeed(feed);
  await storeSettings({ recording: { ...DEFAULT_RECORDING_OPTIONS, ...recording } });
  await storeSubscriptionReport(db, report ?? aSubscriptionReport());
  render(<RecordingSettings db={db} send={send} />);
  await screen.findAllByRole('switch');
  const section = screen.getByRole('region', { name: 'Recording' });
  return { db, send, section, user: userEvent.setup() };
}

/** Returns a report with one subscription. */
function reportWith(
  kind: EventKind,
  role: Role,
  state: SubscriptionState = 'needs_permission',
): SubscriptionReport {
  return aSubscriptionReport({
    role,
    isRoleKnown: true,
    types: [aReportedSubscription({ kinds: [kind], state })],
  });
}

const switchNamed = (name: string) => screen.getByRole('switch', { name });

describe('RecordingSettings: switches', () => {
  it('are all off by default, and each explains what it adds and why it is off', async () => {
    await open();
    const switches = screen.getAllByRole<HTMLInputElement>('switch');
    expect(switches.map(({ checked }) => checked)).toEqual([false, false, false]);
    for (const item of switches) {
      const description = document.getElementById(item.getAttribute('aria-describedby') ?? '');
      expect(description?.textContent).toMatch(/^Adds .* Off by default, because /);
    }
  });

  it.each([
    ['Moderation', 'moderation'],
    ['Channel point redemptions', 'redemptions'],
    ['Events from shared chats', 'shared_chat'],
  ] as const)('store "%s" at once, on and off', async (label, name) => {
    const { user, section } = await open();
    await user.click(switchNamed(label));
    expect(await within(section).findByText(/^Saved\./)).toBeDefined();
    expect((await readSettings()).recording).toEqual({
      ...DEFAULT_RECORDING_OPTIONS,
      [name]: true,
    });
    await user.click(switchNamed(label));
    await until(async () =>
      expect((await readSettings()).recording).toEqual(DEFAULT_RECORDING_OPTIONS),
    );
  });

  it('work with the keyboard', async () => {
    const { user } = await open();
    switchNamed('Moderation').focus();
    await user.keyboard(' ');
    await until(async () => expect((await readSettings()).recording.moderation).toBe(true));
  });

  it('show a change from another machine at once', async () => {
    await open({ recording: { moderation: true } });
    expect(switchNamed('Moderation')).toHaveProperty('checked', true);
    await storeSettings({ recording: { ...DEFAULT_RECORDING_OPTIONS, redemptions: true } });
    await until(() => expect(switchNamed('Moderation')).toHaveProperty('checked', false));
    expect(switchNamed('Channel point redemptions')).toHaveProperty('checked', true);
  });

  it('show an error when a change cannot be stored', async () => {
    const { user } = await open();
    const { setValue } = settingsItem;
    settingsItem.setValue = () => Promise.reject(new Error('no room'));
    await user.click(switchNamed('Moderation'));
    expect((await screen.findByRole('alert')).textContent).toContain('could not be saved');
    settingsItem.setValue = setValue;
    expect(switchNamed('Moderation')).toHaveProperty('checked', false);
  });
});

describe('RecordingSettings: scopes', () => {
  it.each(['moderator', 'streamer'] as const)(
    'are offered to a %s with a list of all moderation scopes',
    async (role) => {
      const { send, user, section } = await open({
        report: reportWith('ban', role),
        recording: { moderation: true },
      });
      const button = await screen.findByRole('button', { name: MODERATION_BUTTON });
      const listed = within(section).getAllByRole('listitem');
      expect(listed).toHaveLength(MODERATION_SCOPES.length);
      for (const [index, scope] of MODERATION_SCOPES.entries()) {
        expect(listed[index]?.textContent).toMatch(new RegExp(`^[A-Z].+ ${scope}$`));
      }
      await user.click(button);
      expect(send.sent).toEqual([['auth/begin', { rights: 'moderation' }]]);
    },
  );

  it('are offered to the streamer for redemptions', async () => {
    const { send, user } = await open({
      report: reportWith('redemption', 'streamer'),
      recording: { redemptions: true },
    });
    await user.click(await screen.findByRole('button', { name: REDEMPTIONS_BUTTON }));
    expect(send.sent).toEqual([['auth/begin', { rights: 'redemptions' }]]);
  });

  it('change nothing when the user refuses', async () => {
    await open({
      report: reportWith('ban', 'moderator'),
      recording: { moderation: true },
      send: fakeSend({ 'auth/begin': { ok: false, problem: 'denied' } }),
    });
    const button = await screen.findByRole('button', { name: MODERATION_BUTTON });
    await userEvent.setup().click(button);
    expect((await screen.findByRole('alert')).textContent).toContain('You did not authorize');
    expect(switchNamed('Moderation')).toHaveProperty('checked', true);
    expect((await readSettings()).recording.moderation).toBe(true);
  });

  it.each<[string, (db: Database) => Promise<unknown>]>([
    ['the switch is off again', () => userEvent.click(switchNamed('Moderation'))],
    [
      'the scopes are granted',
      (db) => storeSubscriptionReport(db, reportWith('ban', 'moderator', 'listening')),
    ],
    [
      'the role does not allow them',
      (db) => storeSubscriptionReport(db, reportWith('ban', 'viewer', 'needs_moderator')),
    ],
    ['the user has signed out', () => storeFeed(SIGNED_OUT)],
    [
      'the report is about the previous favorite',
      () => storeFeed(aFeed({ favorite: OTHER_STREAMER })),
    ],
  ])('are no longer offered when %s', async (_reason, change) => {
    const report = reportWith('ban', 'moderator');
    const { db } = await open({ report, recording: { moderation: true } });
    await screen.findByRole('button', { name: MODERATION_BUTTON });
    await change(db);
    await until(() => expect(screen.queryByRole('button')).toBeNull());
  });

  it('are offered only while the switch is on', async () => {
    const { user } = await open({ report: reportWith('ban', 'moderator') });
    expect(screen.queryByRole('button')).toBeNull();
    await user.click(switchNamed('Moderation'));
    expect(await screen.findByRole('button', { name: MODERATION_BUTTON })).toBeDefined();
  });
});
