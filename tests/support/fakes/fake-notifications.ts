import type { NotificationDevice, ShownNotification } from '@/lib/domain/notification/shown';

/** The notifications of a browser that shows nothing. */
export interface FakeNotifications extends NotificationDevice {
  /** What was shown, in order. One that replaces another is there again. */
  readonly all: ShownNotification[];
  isPermitted: boolean;
  /** The logins of the channels that the user watches. */
  watched: string[];
  /** The sections of the options that were opened. */
  readonly openedOptions: string[];
  /** Closes what is shown. */
  close(): void;
}

/** Creates notifications that are permitted. */
export function createFakeNotifications(): FakeNotifications {
  const shown = new Set<string>();
  const device: FakeNotifications = {
    all: [],
    openedOptions: [],
    isPermitted: true,
    watched: [],
    close: () => shown.clear(),
    isAllowed: async () => device.isPermitted,
    show: async (notification) => {
      device.all.push(notification);
      shown.add(notification.login);
    },
    isShown: async (login) => shown.has(login),
    watchedChannels: async () => device.watched,
  };
  return device;
}
