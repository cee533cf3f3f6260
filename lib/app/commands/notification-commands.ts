import type { EventKind } from '@/lib/domain/event/event-kind';
import {
  type NotificationChoice,
  type NotificationRules,
  type NotificationSettings,
  notificationChoiceOf,
  withNotified,
} from '@/lib/domain/notification/choices';
import { chosenMessage, type NotifyReply } from '@/lib/domain/notification/notify-reply';
import { listedBy, type Roster, withChoices } from '@/lib/domain/roster/roster';

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

/** What a screen wants of notifications. */
export interface NotifyWish {
  kind: EventKind;
  streamerId: string;
  /** Switches such events on or off; absent: they stay as they are. */
  isOn?: boolean | undefined;
  /** Switches all notifications on or off; absent: they stay as they are. */
  all?: boolean | undefined;
}

/** Commands about notifications. */
export interface NotificationCommands {
  /**
   * Switches notifications of such events on or off: of this streamer if it has rules of its own, or else
   * of all. If they are on and nobody is notified of anything, the options open where that is
   * done. Returns `null` if nobody can be notified of such events.
   */
  notifyOf(wish: NotifyWish): Promise<NotifyReply | null>;
}

/** Creates the commands. The background reacts to every change of what is stored by itself. */
export function createNotificationCommands(
  options: NotificationCommandsOptions,
): NotificationCommands {
  const { changeRules, changeForAll } = rulesOf(options);

  /** Returns true if the switch was off. */
  async function switchAll(isOn: boolean): Promise<boolean> {
    const before = await changeForAll(() => ({ isOn }));
    return !before.isOn;
  }

  async function choose(choice: NotificationChoice, wish: NotifyWish): Promise<NotifyReply> {
    const { streamerId, isOn, all } = wish;
    const before = await changeRules(streamerId, (now) =>
      isOn === undefined ? now : withNotified(now, choice, isOn),
    );
    const wasOff = all !== undefined && (await switchAll(all));
    const undo = {
      ...(isOn === true && !before.choices.includes(choice) && { isOn: false as const }),
      ...(all === true && wasOff && { all: false as const }),
    };
    return { message: chosenMessage(choice, before, wasOff), undo };
  }

  return {
    notifyOf: async (wish) => {
      const choice = notificationChoiceOf(wish.kind);
      if (choice === null) return null;
      const reply = await choose(choice, wish);
      // Where all are switched on, the user is being asked for the permission.
      const isDone = wish.isOn !== true || wish.all === true;
      if (isDone || (await options.areNotificationsOn())) return reply;
      // Only a click on a page of the extension may ask for the permission.
      await options.openNotificationOptions();
      return { ...reply, message: { message: 'notification.not_allowed', params: {} } };
    },
  };
}

/** Returns functions that change the rules, and return those from before. */
function rulesOf(options: NotificationCommandsOptions) {
  const { shownAccountId, rosterOf, changeRoster, changeNotifications } = options;

  /** Changes the rules that apply to a streamer. */
  async function changeRules(
    streamerId: string,
    change: <Rules extends NotificationRules>(now: Rules) => Rules,
  ): Promise<NotificationRules> {
    const accountId = await shownAccountId();
    const own = accountId && rulesIn(await rosterOf(accountId), streamerId);
    if (!accountId || !own) return await changeForAll(change);
    await changeRoster(accountId, (now) => {
      const rules = rulesIn(now, streamerId);
      if (rules === null) return now;
      return withChoices(now, streamerId, { notifications: change(rules) });
    });
    return own;
  }

  async function changeForAll(
    change: (now: NotificationSettings) => Partial<NotificationSettings>,
  ): Promise<NotificationSettings> {
    const before: NotificationSettings[] = [];
    await changeNotifications((now) => {
      before.push(now);
      return change(now);
    });
    const [first] = before;
    if (first === undefined) throw new Error('The settings were not read.');
    return first;
  }

  return { changeRules, changeForAll };
}

function rulesIn(roster: Roster, streamerId: string): NotificationRules | null {
  return listedBy(roster, streamerId)?.choices.notifications ?? null;
}
