import {
  type NotificationChoice,
  type NotificationSettings,
  withNotified,
} from '@/lib/domain/notification/choices';
import { listedBy, type Roster, withChoices } from '@/lib/domain/roster/roster';

/** Whether the user is notified now, or has to allow it first: the options page that opens says how. */
export type NotifyOutcome = 'on' | 'not_allowed';

/** Dependencies of {@link createNotificationCommands}. */
export interface NotificationCommandsOptions {
  /** Returns the account whose streamers the screens show; `null` if there is none. */
  shownAccountId(): Promise<string | null>;
  rosterOf(accountId: string): Promise<Roster>;
  changeRoster(accountId: string, change: (now: Roster) => Roster): Promise<void>;
  changeNotifications(
    change: (now: NotificationSettings) => Partial<NotificationSettings>,
  ): Promise<void>;
  /** Returns true if notifications are switched on, and allowed in this browser. */
  areNotificationsOn(): Promise<boolean>;
  /** Opens the part of the options where notifications are switched on. */
  openNotificationOptions(): Promise<void>;
}

/** Commands about notifications. */
export interface NotificationCommands {
  /**
   * Switches on that the user is notified of such events: of this streamer if it has rules of its own,
   * or else of all.
   */
  notifyOf(choice: NotificationChoice, streamerId: string): Promise<NotifyOutcome>;
}

/** Creates the commands. The background reacts to every change of what is stored by itself. */
export function createNotificationCommands(
  options: NotificationCommandsOptions,
): NotificationCommands {
  const { shownAccountId, rosterOf, changeRoster, changeNotifications } = options;

  async function switchOn(choice: NotificationChoice, streamerId: string): Promise<void> {
    const accountId = await shownAccountId();
    const own = accountId && rulesIn(await rosterOf(accountId), streamerId);
    if (!accountId || !own)
      return await changeNotifications((now) => withNotified(now, choice, true));
    await changeRoster(accountId, (now) => {
      const rules = rulesIn(now, streamerId);
      if (rules === null) return now;
      return withChoices(now, streamerId, { notifications: withNotified(rules, choice, true) });
    });
  }

  return {
    notifyOf: async (choice, streamerId) => {
      await switchOn(choice, streamerId);
      if (await options.areNotificationsOn()) return 'on';
      // Only a click on a page of the extension may ask for the permission.
      await options.openNotificationOptions();
      return 'not_allowed';
    },
  };
}

function rulesIn(roster: Roster, streamerId: string) {
  return listedBy(roster, streamerId)?.choices.notifications ?? null;
}
