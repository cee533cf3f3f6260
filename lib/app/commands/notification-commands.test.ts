import { describe, expect, it } from 'vitest';
import {
  DEFAULT_NOTIFICATIONS,
  type NotificationSettings,
} from '@/lib/domain/notification/choices';
import { listedBy, type Roster } from '@/lib/domain/roster/roster';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { createNotificationCommands } from './notification-commands';

const { least } = DEFAULT_NOTIFICATIONS;

interface Circumstances {
  accountId?: string | null;
  isOn?: boolean;
}

/** Creates the commands for a roster in which only the other streamer has rules of its own. */
function prepare({ accountId = '200', isOn = true }: Circumstances = {}) {
  const choices = { notifications: { choices: [], least } };
  let roster: Roster = aRoster({ others: [listed(OTHER_STREAMER, { choices })] });
  let forAll: NotificationSettings = { ...DEFAULT_NOTIFICATIONS, isOn };
  let opened = 0;
  const commands = createNotificationCommands({
    shownAccountId: async () => accountId,
    rosterOf: async () => roster,
    changeRoster: async (_accountId, change) => {
      roster = change(roster);
    },
    changeNotifications: async (change) => {
      forAll = { ...forAll, ...change(forAll) };
    },
    areNotificationsOn: async () => forAll.isOn,
    openNotificationOptions: async () => {
      opened += 1;
    },
  });
  const result = () => ({
    own: listedBy(roster, '101')?.choices.notifications?.choices,
    forAll: forAll.choices,
    isOn: forAll.isOn,
    opened,
  });
  return { commands, result };
}

const ALL = DEFAULT_NOTIFICATIONS.choices;
const NOTHING = { own: [], forAll: ALL, isOn: true, opened: 0 };

describe('the command that notifies of such events', () => {
  it.each([
    ['of a streamer with own rules', '101', '200', { own: ['polls'] }],
    ['of all if the streamer has none', '100', '200', { forAll: [...ALL, 'polls'] }],
    ['of all while there is no account', '101', null, { forAll: [...ALL, 'polls'] }],
  ])('switches them on %s, and off again', async (_whose, streamerId, accountId, changed) => {
    const { commands, result } = prepare({ accountId });
    const wish = { kind: 'poll_begin', streamerId } as const;
    expect(await commands.notifyOf({ ...wish, isOn: true })).toEqual({
      message: { message: 'notification.chosen', params: {} },
      undo: { isOn: false },
    });
    expect(result()).toEqual({ ...NOTHING, ...changed });
    await commands.notifyOf({ ...wish, isOn: false });
    expect(result()).toEqual(NOTHING);
  });

  it('says from which size on, and takes back nothing that was on before', async () => {
    const { commands, result } = prepare();
    const wish = { kind: 'raid_in', streamerId: '100', isOn: true } as const;
    expect(await commands.notifyOf(wish)).toEqual({
      message: { message: 'notification.chosen_from.viewers', count: 50, params: { count: 50 } },
      undo: {},
    });
    expect(result().forAll).toEqual(expect.arrayContaining([...ALL]));
  });

  it('opens the options if notifications are off or not allowed', async () => {
    const { commands, result } = prepare({ isOn: false });
    const reply = await commands.notifyOf({ kind: 'poll_begin', streamerId: '100', isOn: true });
    expect(reply?.message.message).toBe('notification.not_allowed');
    expect(result()).toEqual({ ...NOTHING, isOn: false, forAll: [...ALL, 'polls'], opened: 1 });
  });

  it('switches all on where the user is being asked, and both off again', async () => {
    const { commands, result } = prepare({ isOn: false });
    const wish = { kind: 'poll_begin', streamerId: '100' } as const;
    const undo = { isOn: false, all: false };
    expect(await commands.notifyOf({ ...wish, isOn: true, all: true })).toEqual({
      message: { message: 'notification.switched_on', params: {} },
      undo,
    });
    expect(result()).toEqual({ ...NOTHING, forAll: [...ALL, 'polls'] });
    await commands.notifyOf({ ...wish, ...undo });
    expect(result()).toEqual({ ...NOTHING, isOn: false });
  });

  it('does nothing for a kind of which nobody is notified', async () => {
    const { commands, result } = prepare();
    const wish = { kind: 'highlight', streamerId: '100', isOn: true } as const;
    expect(await commands.notifyOf(wish)).toBeNull();
    expect(result()).toEqual(NOTHING);
  });
});
