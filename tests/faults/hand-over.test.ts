import { expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import type { FakeSocket } from '@/tests/support/fake-socket';
import { notificationFrame, reconnectFrame, welcomeFrame } from '@/tests/support/frames';
import { runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';
import { howMany, note } from './figures';

const RECONNECTS = 100;
const AT_A_TIME = howMany(25, 4);
const NEXT = 'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=';

it(`${RECONNECTS} hand-overs in a row under load lose nothing and double nothing`, {
  timeout: 120_000,
}, async () => {
  const { clock, network, db, listenTo, feed } = await runBackground();
  await listenTo('demo_streamer');
  const random = createRandom(100);
  const sent: string[] = [];
  const frames: string[] = [];
  let repeats = 0;

  function load(...sockets: FakeSocket[]): void {
    for (let number = 0; number < AT_A_TIME; number += 1) {
      const id = `event-${sent.length}`;
      const event = chatNotification({ notice_type: random.pick(['sub', 'resub', 'raid']) });
      const frame = notificationFrame('channel.chat.notification', event, { id });
      sent.push(id);
      frames.push(frame);
      random.pick(sockets).deliver(frame);
      // At least once is what Twitch promises: on either socket, and any time later.
      if (!random.chance(0.2)) continue;
      repeats += 1;
      random.pick(sockets).deliver(random.pick(frames));
    }
  }

  let failed = 0;
  for (let round = 0; round < RECONNECTS; round += 1) {
    const old = network.latest;
    load(old);
    old.deliver(reconnectFrame(`${NEXT}${round}`));
    load(old);
    if (round % 4 === 0) {
      failed += 1;
      network.latest.fail();
      load(old);
      await clock.advance(SECOND);
    }
    load(old, network.latest);
    network.latest.deliver(welcomeFrame(`session-${round}`));
    load(network.latest);
    expect(old.isClosed).toBe(true);
    await clock.advance(2 * SECOND);
  }
  await until(async () => expect(await db.events.count()).toBe(sent.length));

  const stored = await db.events.orderBy('seq').toArray();
  expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(sent));
  const counts = await db.counts.where('period').equals('all').toArray();
  const counted = counts.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(sent.length);
  expect((await feed()).connection).toEqual({ state: 'listening', problem: null });
  expect(network.openNow).toBe(1);
  expect(network.mostOpen).toBe(2);
  note('Hand-overs under load', {
    'hand-overs': RECONNECTS,
    'of them with a socket that failed first': failed,
    'events sent': sent.length,
    'sent twice by Twitch': repeats,
    'events stored': stored.length,
    'events lost': sent.length - stored.length,
    'events stored or counted twice': counted - sent.length,
    'sockets open at once, at most': network.mostOpen,
  });
});
