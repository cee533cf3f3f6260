import { expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { notificationFrame, reconnectFrame, welcomeFrame } from '@/tests/support/builders/frames';
import type { FakeSocket } from '@/tests/support/fakes/fake-socket';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';
import { repetitions, storeMeasurements } from './measurements';

const RECONNECTS = 100;
const EVENTS_AT_A_TIME = repetitions({ long: 25, short: 4 });
const RECONNECT_URL = 'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=';

/** Creates events of the channel, and repeats some of them as Twitch may. */
function createTraffic(random: Random) {
  const ids: string[] = [];
  const frames: string[] = [];
  let repeats = 0;
  return {
    ids,
    get repeats() {
      return repeats;
    },
    sendOver: (...sockets: FakeSocket[]) => {
      for (let number = 0; number < EVENTS_AT_A_TIME; number += 1) {
        const id = `event-${ids.length}`;
        const event = chatNotification({ notice_type: random.pick(['sub', 'resub', 'raid']) });
        const frame = notificationFrame('channel.chat.notification', event, { id });
        ids.push(id);
        frames.push(frame);
        random.pick(sockets).deliver(frame);
        // Twitch may send a message again, on either socket and at any later time:
        // https://dev.twitch.tv/docs/eventsub/websocket-reference/
        if (!random.chance(0.2)) continue;
        repeats += 1;
        random.pick(sockets).deliver(random.pick(frames));
      }
    },
  };
}

it(`${RECONNECTS} session reconnects under load lose no event and store none twice`, {
  timeout: 120_000,
}, async () => {
  const { clock, network, db, listenTo, waitForFeed } = await runBackground();
  await listenTo('demo_streamer');
  const traffic = createTraffic(createRandom(100));
  let failed = 0;
  for (let round = 0; round < RECONNECTS; round += 1) {
    const old = network.latest;
    traffic.sendOver(old);
    old.deliver(reconnectFrame(`${RECONNECT_URL}${round}`));
    traffic.sendOver(old);
    if (round % 4 === 0) {
      failed += 1;
      network.latest.fail();
      traffic.sendOver(old);
      await clock.advance(SECOND);
    }
    traffic.sendOver(old, network.latest);
    network.latest.deliver(welcomeFrame(`session-${round}`));
    traffic.sendOver(network.latest);
    expect(old.isClosed).toBe(true);
    await clock.advance(2 * SECOND);
  }
  const sent = traffic.ids;
  await until(async () => expect(await db.events.count()).toBe(sent.length));

  const stored = await db.events.orderBy('seq').toArray();
  expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(sent));
  const counts = await db.counts.where('period').equals('all').toArray();
  const counted = counts.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(sent.length);
  // The feed is read in real time, which the clock of the rounds does not wait for.
  await waitForFeed(({ connection }) =>
    expect(connection).toEqual({ state: 'listening', problem: null }),
  );
  expect(network.openNow).toBe(1);
  expect(network.mostOpen).toBe(2);
  storeMeasurements('Session reconnects under load', {
    'session reconnects': RECONNECTS,
    'of these, with a socket that failed first': failed,
    'events sent': sent.length,
    'sent twice by Twitch': traffic.repeats,
    'events stored': stored.length,
    'events lost': sent.length - stored.length,
    'events stored or counted twice': counted - sent.length,
    'sockets open at once, at most': network.mostOpen,
  });
});
