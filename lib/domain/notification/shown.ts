import type { Streamer } from '../channel/channel';

/** A notification as the browser shows it. There is at most one about each streamer. */
export interface ShownNotification extends Pick<Streamer, 'login' | 'avatarUrl'> {
  title: string;
  message: string;
}

/** The part of the browser that shows notifications. */
export interface NotificationDevice {
  /** Returns true if the user has allowed notifications in this browser. */
  isAllowed(): Promise<boolean>;
  /** Shows a notification in place of the last one about this streamer. */
  show(notification: ShownNotification): Promise<void>;
  /** Returns true if the notification about a streamer is still shown, by the login. */
  isShown(login: string): Promise<boolean>;
  /** Returns the logins of the channels whose pages on Twitch the user sees now. */
  watchedChannels(): Promise<readonly string[]>;
}
