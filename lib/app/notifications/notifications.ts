import type { Database } from '@/lib/db/database';
import { isNews } from '@/lib/domain/notification/rule';
import type { NotificationDevice } from '@/lib/domain/notification/shown';
import {
  newsOf,
  nextNews,
  type StreamerNews,
  type Told,
  waitingAt,
  withBomb,
  withNews,
  withNewsOf,
  withoutWaiting,
} from '@/lib/domain/notification/told';
import { type ListedStreamer, listedBy } from '@/lib/domain/roster/roster';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import { type Clock, SECOND } from '@/lib/time';
import { describeNews, notificationOf } from './describe-news';
import {
  isOfBomb,
  keyOf,
  type NotificationChoices,
  notifiedRow,
  oneOfEachBomb,
} from './notified-row';

/** Dependencies of {@link createNotifications}. */
export interface NotificationsOptions {
  db: Database;
  device: NotificationDevice;
  readChoices(): Promise<NotificationChoices>;
  /** Stores what was told, so that the next worker repeats nothing. */
  told: { read(): Promise<Told>; write(told: Told): Promise<void> };
  clock: Clock;
  log: Log;
}

/** Notifies the user of events. */
export interface Notifications {
  /**
   * Called after each commit with the events that are new in the log. Resolves when everything is
   * done that was begun.
   */
  recorded(events: readonly StoredEvent[]): Promise<void>;
  /** Called when the settings or the roster may have changed. */
  choicesChanged(): void;
  /** Shows what the last worker, or a timer that did not run, has left. */
  showWaiting(): void;
}

/** What happens within this time at one streamer becomes one notification. */
const GATHER_MS = 2 * SECOND;

/** Creates the notifications. While they are off, the settings are read once and nothing else. */
export function createNotifications(options: NotificationsOptions): Notifications {
  const { db, readChoices, clock, log } = options;
  const queue = createSerialQueue(log);
  const store = createToldStore(options);
  const due = new Set<string>();
  const choices = createChoicesCache(readChoices);

  function showSoon(streamerId: string): void {
    if (due.has(streamerId)) return;
    due.add(streamerId);
    clock.after(GATHER_MS, () => {
      due.delete(streamerId);
      queue.enqueue('a notification', async () => await show(streamerId));
    });
  }

  async function show(streamerId: string): Promise<void> {
    const told = await store.read();
    const { settings, roster } = await choices.read();
    const listed = settings.isOn ? listedBy(roster, streamerId) : null;
    const next = listed && (await showNews(told, listed, options));
    await store.write(
      next === null ? withoutWaiting(told, streamerId) : withNewsOf(told, streamerId, next),
    );
  }

  async function add(events: readonly StoredEvent[]): Promise<void> {
    const current = await choices.read();
    const now = clock.now();
    const news = oneOfEachBomb(events.filter((event) => isNews(event, now)));
    if (!current.settings.isOn || news.length === 0) return;
    let told = await store.read();
    for (const event of news) {
      const { streamer_id: id, created_at: time } = event;
      const row = await notifiedRow(event, { ...current, told, db });
      if (row === null) continue;
      told = withNews(told, id, { key: keyOf(event), time, text: await describeNews(row, db) });
      if (isOfBomb(event)) told = withBomb(told, keyOf(event), now);
      showSoon(id);
    }
    await store.write(told);
  }

  return {
    recorded: async (events) => {
      if (events.length > 0) queue.enqueue('notifying', async () => await add(events));
      await queue.idle();
    },
    choicesChanged: choices.forget,
    showWaiting: () =>
      queue.enqueue('the notifications', async () => {
        for (const id of waitingAt(await store.read())) if (!due.has(id)) await show(id);
      }),
  };
}

/** Keeps the choices until they may have changed: there can be many events a second. */
function createChoicesCache(readChoices: NotificationsOptions['readChoices']) {
  let known: Promise<NotificationChoices> | null = null;
  const forget = (): void => {
    known = null;
  };
  return {
    forget,
    read: async (): Promise<NotificationChoices> => {
      known ??= readChoices();
      return await known.catch((error) => {
        forget();
        throw error;
      });
    },
  };
}

/** Keeps what was told in memory, because only one background writes it. */
function createToldStore({ told }: Pick<NotificationsOptions, 'told'>) {
  let known: Told | null = null;
  const read = async (): Promise<Told> => {
    known ??= await told.read();
    return known;
  };
  return {
    read,
    write: async (next: Told): Promise<void> => {
      if (next === known) return;
      known = next;
      await told.write(next);
    },
  };
}

/** Shows what waits at a streamer, and returns the news then; `null` if nothing was shown. */
async function showNews(
  told: Told,
  streamer: ListedStreamer,
  { device, clock }: Pick<NotificationsOptions, 'device' | 'clock'>,
): Promise<StreamerNews | null> {
  const { id, login } = streamer;
  if (!(await device.isAllowed())) return null;
  // Whoever sees the stream sees what happens there.
  if ((await device.watchedChannels()).includes(login)) return null;
  const isShown = await device.isShown(login);
  const next = nextNews(newsOf(told, id), { isShown, now: clock.now() });
  if (next !== null) await device.show(notificationOf(streamer, next));
  return next;
}
