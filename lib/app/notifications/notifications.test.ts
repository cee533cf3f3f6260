import { beforeEach, describe, expect, it } from 'vitest';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_NOTIFICATIONS } from '@/lib/domain/notification/choices';
import type { Told } from '@/lib/domain/notification/told';
import { MINUTE, SECOND } from '@/lib/time';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aBomb, aCheer, aGift, anEvent } from '@/tests/support/builders/events';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { installEnglish } from '@/tests/support/english';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeNotifications } from '@/tests/support/fakes/fake-notifications';
import { createNotifications } from './notifications';
import type { NotificationChoices } from './notified-row';

// In one file, though long: all of it happens in the small world of `notifying`.

beforeEach(installEnglish);

const raid = (viewers: number, fields: Partial<StreamEvent> = {}) =>
  anEvent('raid_in', { viewers }, fields as object);
const cheer = (bits = 1000, fields: Partial<StreamEvent> = {}) => aCheer(fields, bits);

/** Notifications that are on, with the default rules. */
function notifying(choices: Partial<NotificationChoices> = {}) {
  const db = freshDatabase();
  const device = createFakeNotifications();
  let clock = createFakeClock();
  let stored: Told = { news: {}, bombs: {} };
  const chosen = {
    settings: { ...DEFAULT_NOTIFICATIONS, isOn: true },
    roster: aRoster({ others: [listed(OTHER_STREAMER)] }),
    ...choices,
  };
  const start = () =>
    createNotifications({
      db,
      device,
      clock,
      readChoices: async () => chosen,
      told: {
        read: async () => stored,
        write: async (told) => {
          stored = told;
        },
      },
      log: createFakeLog(),
    });
  let notifications = start();
  const done = async () => await notifications.recorded([]);
  return {
    db,
    device,
    chosen,
    done,
    notifications: () => notifications,
    arrive: async (...events: StreamEvent[]) =>
      await notifications.recorded(await recordEvents(db, events)),
    pass: async (ms = 2 * SECOND) => {
      await clock.advance(ms);
      await done();
    },
    /** Ends the worker: its timers never run. */
    sleep: (ms: number) => clock.sleep(ms),
    restart: () => {
      clock = createFakeClock(clock.now() + MINUTE);
      notifications = start();
    },
    shown: () => device.all.map(({ title, message }) => `${title}: ${message}`),
  };
}

describe('a notification', () => {
  it('names the streamer and says what happened', async () => {
    const { arrive, pass, device } = notifying();
    await arrive(raid(612));
    await pass();
    expect(device.all).toEqual([
      {
        login: 'demo_streamer',
        avatarUrl: DEMO_STREAMER.avatarUrl,
        title: 'Demo_Streamer',
        message: 'Demo_Viewer is raiding with 612 viewers',
      },
    ]);
  });

  it('has title and category of a stream that begins', async () => {
    const { arrive, pass, shown, db } = notifying();
    await storeStreamer(db, DEMO_STREAMER);
    const text = { title: 'Mines, then bed', category: 'Stardew Valley' };
    await updateChannel(db, '100', { text: { ...text, language: 'en', labels: [] } });
    await arrive(anEvent('stream_online', { streamId: '1', startedAt: START }));
    await pass();
    expect(shown()).toEqual([
      'Demo_Streamer: Demo_Streamer went live\nMines, then bed · Stardew Valley',
    ]);
  });

  it.each([
    ['is too small', raid(49)],
    ['is of a kind that is not chosen', anEvent('poll_begin', {} as never)],
    ['was found later', raid(612, { found_at: START })],
    ['is older than five minutes', raid(612, { created_at: START - 5 * MINUTE })],
    ['is of a streamer who is not listed', raid(612, { streamer_id: '7' })],
  ])('is not shown of what %s', async (_what, event) => {
    const { arrive, pass, shown } = notifying();
    await arrive(event);
    await pass();
    expect(shown()).toEqual([]);
  });

  it('is not shown while notifications are off, or not allowed in this browser', async () => {
    const off = notifying({ settings: DEFAULT_NOTIFICATIONS });
    await off.arrive(raid(612));
    await off.pass();
    const forbidden = notifying();
    forbidden.device.isPermitted = false;
    await forbidden.arrive(raid(612));
    await forbidden.pass();
    expect([off.shown(), forbidden.shown()]).toEqual([[], []]);
  });

  it('is not shown while the user sees the page of the stream', async () => {
    const { arrive, pass, shown, device } = notifying();
    device.watched = ['demo_streamer'];
    await arrive(raid(612), raid(700, { streamer_id: '101' }));
    await pass();
    expect(shown()).toEqual(['Other_Streamer: Demo_Viewer is raiding with 700 viewers']);
    device.watched = [];
    await pass(MINUTE);
    expect(shown()).toHaveLength(1);
  });

  it('follows the rules of its streamer, and changes of them', async () => {
    const least = { viewers: 0, gifts: 0, bits: 0 };
    const silent = { notifications: { choices: [], least } };
    const running = notifying({
      roster: aRoster({ favorite: listed(DEMO_STREAMER, { choices: silent }) }),
    });
    await running.arrive(raid(612));
    await running.pass();
    expect(running.shown()).toEqual([]);
    running.chosen.roster = aRoster();
    running.notifications().choicesChanged();
    await running.arrive(raid(613));
    await running.pass();
    expect(running.shown()).toEqual(['Demo_Streamer: Demo_Viewer is raiding with 613 viewers']);
  });
});

describe('several events', () => {
  it('within two seconds become one notification', async () => {
    const { arrive, pass, shown } = notifying();
    await arrive(raid(100));
    await pass(SECOND);
    await arrive(cheer(1000), cheer(2000), cheer(3000));
    expect(shown()).toEqual([]);
    await pass();
    expect(shown()).toEqual([
      [
        '4 events of Demo_Streamer: Demo_Viewer cheered 3,000 bits',
        'Demo_Viewer cheered 2,000 bits',
        'Demo_Viewer cheered 1,000 bits',
        'and 1 more',
      ].join('\n'),
    ]);
  });

  it('join the notification that is still shown, and begin another one when it is closed', async () => {
    const { arrive, pass, shown, device } = notifying();
    await arrive(raid(100));
    await pass();
    await arrive(raid(200));
    await pass();
    device.close();
    await arrive(raid(300));
    await pass();
    expect(shown().slice(1)).toEqual([
      '2 events of Demo_Streamer: Demo_Viewer is raiding with 200 viewers\nDemo_Viewer is raiding with 100 viewers',
      'Demo_Streamer: Demo_Viewer is raiding with 300 viewers',
    ]);
  });
});

describe('a gift bomb', () => {
  const header = (total: number) => aBomb('b', total);
  const gifts = (count: number, from = 1) =>
    Array.from({ length: count }, (_, index) => aGift('b', from + index));

  it('is told once with its size, whatever arrives first', async () => {
    const { arrive, pass, shown } = notifying();
    await arrive(...gifts(6));
    await arrive(header(20));
    await pass();
    for (const gift of gifts(14, 7)) await arrive(gift);
    await pass();
    expect(shown()).toEqual(['Demo_Streamer: Demo_Viewer gifted 20 Tier 1 subs to the community']);
  });

  it('is not told if it is too small', async () => {
    const { arrive, pass, shown } = notifying();
    await arrive(header(4));
    await arrive(...gifts(4));
    await pass();
    expect(shown()).toEqual([]);
  });

  it('is not told again by the next worker', async () => {
    const { arrive, pass, shown, restart } = notifying();
    await arrive(header(20));
    await pass();
    restart();
    await arrive(...gifts(20));
    await pass();
    expect(shown()).toHaveLength(1);
  });
});

describe('the next worker', () => {
  it('shows what the last one did not come to show, once', async () => {
    const { arrive, pass, shown, restart, notifications, done } = notifying();
    await arrive(raid(612));
    restart();
    notifications().showWaiting();
    await done();
    expect(shown()).toEqual(['Demo_Streamer: Demo_Viewer is raiding with 612 viewers']);
    notifications().showWaiting();
    await pass(MINUTE);
    expect(shown()).toHaveLength(1);
  });

  it('shows nothing of it after five minutes', async () => {
    const { arrive, shown, restart, notifications, done, sleep } = notifying();
    await arrive(raid(612));
    sleep(5 * MINUTE);
    restart();
    notifications().showWaiting();
    await done();
    expect(shown()).toEqual([]);
  });
});
