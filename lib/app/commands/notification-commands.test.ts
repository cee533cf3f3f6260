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
  let forAll: NotificationSettings = DEFAULT_NOTIFICATIONS;
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
    areNotificationsOn: async () => isOn,
    openNotificationOptions: async () => {
      opened += 1;
    },
  });
  const result = () => ({
    own: listedBy(roster, '101')?.choices.notifications?.choices,
    forAll: forAll.choices,
    opened,
  });
  return { commands, result };
}

const ALL = DEFAULT_NOTIFICATIONS.choices;

describe('the command that notifies of such events', () => {
  it.each([
    ['of a streamer with own rules', '101', '200', { own: ['polls'], forAll: ALL }],
    ['of all if the streamer has none', '100', '200', { own: [], forAll: [...ALL, 'polls'] }],
    ['of all while there is no account', '101', null, { own: [], forAll: [...ALL, 'polls'] }],
  ])('switches them on %s', async (_whose, streamerId, accountId, expected) => {
    const { commands, result } = prepare({ accountId });
    expect(await commands.notifyOf('polls', streamerId)).toBe('on');
    expect(result()).toEqual({ ...expected, opened: 0 });
  });

  it('opens the options if notifications are off or not allowed', async () => {
    const { commands, result } = prepare({ isOn: false });
    expect(await commands.notifyOf('polls', '100')).toBe('not_allowed');
    expect(result()).toEqual({ own: [], forAll: [...ALL, 'polls'], opened: 1 });
  });
});
