import { render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { storeSubscriptionReport } from '@/lib/db/subscription-report';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { listedBy, type Roster, withoutOther } from '@/lib/domain/roster/roster';
import { changeRoster, readRoster } from '@/lib/settings/roster';
import { readSettings, storeSettings } from '@/lib/settings/settings';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { aRoster, listed } from '@/tests/support/builders/roster';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { choosingBackground } from '@/tests/support/screens/choosing-background';
import { setUpScreen } from '@/tests/support/screens/screen';
import { RecordingSettings } from './RecordingSettings';

setUpScreen();

const FOR_ALL = { ...DEFAULT_RECORDING_OPTIONS, shared_chat: true };
const withOther = aRoster({ others: [listed(OTHER_STREAMER)] });

async function open({ roster = withOther, send = choosingBackground() } = {}) {
  const db = freshDatabase();
  await storeFeed(aFeed());
  await storeSettings({ recording: FOR_ALL });
  await changeRoster('200', () => roster);
  await storeSubscriptionReport(
    db,
    aSubscriptionReport({
      streamerId: '101',
      role: 'moderator',
      isRoleKnown: true,
      types: [aReportedSubscription({ kinds: ['ban'], state: 'needs_permission' })],
    }),
  );
  render(<RecordingSettings db={db} send={send} />);
  await screen.findAllByRole('switch');
  return { send, user: userEvent.setup() };
}

async function openFor(name: string, setup: Parameters<typeof open>[0] = {}) {
  const opened = await open(setup);
  await opened.user.selectOptions(await screen.findByRole('combobox', { name: 'For' }), name);
  return opened;
}

const switchNamed = (name: string) => screen.getByRole<HTMLInputElement>('switch', { name });
const isOn = (name: string) => switchNamed(name).checked;
const choicesFor = async (id: string) => listedBy(await readRoster('200'), id)?.choices;

describe('what is recorded of one streamer', () => {
  it('can be chosen as soon as there are others', async () => {
    await open();
    const select = await screen.findByRole('combobox', { name: 'For' });
    const texts = within(select).getAllByRole('option');
    expect(texts.map(({ textContent }) => textContent)).toEqual([
      'All streamers',
      'Demo_Streamer',
      'Other_Streamer',
    ]);
  });

  it.each<[string, Roster, number]>([
    ['not offered for a favorite alone', aRoster(), 0],
    [
      'offered for a favorite alone with choices of its own',
      aRoster({ favorite: listed({ ...OTHER_STREAMER }, { choices: { recording: FOR_ALL } }) }),
      1,
    ],
  ])('is %s', async (_when, roster, count) => {
    await open({ roster });
    await waitFor(() => expect(screen.queryAllByRole('combobox')).toHaveLength(count));
  });

  it('is the same as for all at first, then a copy that can be changed', async () => {
    const { user } = await openFor('Demo_Streamer');
    expect(screen.getAllByRole('switch')).toHaveLength(1);
    expect(isOn('As for all streamers')).toBe(true);
    await user.click(switchNamed('As for all streamers'));
    await waitFor(() => expect(isOn('Events from shared chats')).toBe(true));
    await user.click(switchNamed('Moderation'));
    await user.click(switchNamed('Events from shared chats'));
    await waitFor(async () =>
      expect((await choicesFor('100'))?.recording).toEqual({
        ...DEFAULT_RECORDING_OPTIONS,
        moderation: true,
      }),
    );
    expect(await screen.findByText(/^Saved\./)).toBeDefined();
    expect((await readSettings()).recording).toEqual(FOR_ALL);
    await user.click(switchNamed('As for all streamers'));
    await waitFor(async () => expect((await choicesFor('100'))?.recording).toBeNull());
  });

  it('shows quick changes at once, before any of them is stored', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const send = fakeSend();
    const slow = Object.assign(
      async (...args: Parameters<typeof send>) => {
        const reply = await send(...args);
        await promise;
        return reply;
      },
      { sent: send.sent },
    ) as typeof send;
    const { user } = await openFor('Demo_Streamer', { send: slow });
    await user.click(switchNamed('As for all streamers'));
    await user.click(switchNamed('Moderation'));
    await user.click(switchNamed('Channel point redemptions'));
    expect(isOn('Moderation')).toBe(true);
    expect(send.sent.at(-1)).toEqual([
      'streamers/choose',
      {
        streamerId: '100',
        choices: { recording: { moderation: true, redemptions: true, shared_chat: true } },
      },
    ]);
    resolve();
    // Nothing was stored, so the switch shows that.
    await waitFor(() => expect(isOn('As for all streamers')).toBe(true));
  });

  it('offers scopes by the role on that channel', async () => {
    const { user, send } = await openFor('Other_Streamer');
    await user.click(switchNamed('As for all streamers'));
    await waitFor(() => expect(isOn('Moderation')).toBe(false));
    await user.click(switchNamed('Moderation'));
    await user.click(await screen.findByRole('button', { name: /^Also show who moderates/ }));
    expect(send.sent.at(-1)).toEqual(['auth/begin', { rights: 'moderation' }]);
  });

  it('shows why a change was not stored', async () => {
    const send = fakeSend({ 'streamers/choose': { ok: false, problem: 'settings_full' } });
    const { user } = await openFor('Demo_Streamer', { send });
    await user.click(switchNamed('As for all streamers'));
    expect((await screen.findByRole('alert')).textContent).toContain('no room left');
    expect(isOn('As for all streamers')).toBe(true);
  });

  it('is chosen no longer when the streamer was removed', async () => {
    await openFor('Other_Streamer');
    await changeRoster('200', (now) => withoutOther(now, '101'));
    await waitFor(() => expect(screen.getAllByRole('switch')).toHaveLength(3));
  });
});

describe('the cheers of others', () => {
  it('are off at first, and say what they cost', async () => {
    const { user } = await openFor('Other_Streamer');
    const name = 'Record cheers of Other_Streamer';
    expect(isOn(name)).toBe(false);
    expect(screen.getByText(/only together with every line of the chat/)).toBeDefined();
    await user.click(switchNamed(name));
    await waitFor(async () => expect((await choicesFor('101'))?.recordsCheers).toBe(true));
    await waitFor(() => expect(isOn(name)).toBe(true));
  });

  it('are no choice for the favorite', async () => {
    await openFor('Demo_Streamer');
    expect(screen.queryByRole('switch', { name: /^Record cheers/ })).toBeNull();
  });
});
