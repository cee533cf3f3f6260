import { expect, it } from 'vitest';
import { newestRows } from '@/lib/db/feed/rows';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { toRow } from '@/lib/domain/row/row';
import { viewOf } from '@/lib/domain/view/row-view';
import { plainText } from '@/lib/i18n/text';
import { DAY } from '@/lib/time';
import { toEvent } from '@/lib/twitch/events/to-event';
import type { Notification } from '@/lib/twitch/payload/notification';
import { createRandom } from '@/tests/simulator/core/random';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { installEnglish } from '@/tests/support/english';
import { START } from '@/tests/support/fakes/fake-clock';
import { runSession } from '@/tests/support/running/running-session';
import { MUTATIONS, realFrames } from './frame-mutations';
import { repetitions, storeMeasurements } from './measurements';

const CONTEXT = {
  streamerId: '100',
  streamerName: 'Demo_Streamer',
  channelInfo: null,
  live: null,
  now: START,
};

/** Checks what must be true of every event in the database. */
function expectValid(event: StreamEvent): void {
  const { id, created_at, event_type, source_type, natural_key = 'none', thread = 'none' } = event;
  for (const text of [id, source_type, natural_key, thread]) {
    expect(text).toBeTypeOf('string');
    expect(text).not.toBe('');
  }
  expect(id.length).toBeLessThanOrEqual(256);
  expect(created_at).toBeGreaterThanOrEqual(Date.UTC(2011, 0));
  expect(created_at).toBeLessThanOrEqual(START + 366 * DAY);
  expect(EVENT_KINDS).toContain(event_type);
  expect(event.streamer_id).toBe('100');
  const raw = event_type === 'other' ? event.detail.raw : null;
  expect(JSON.stringify(raw).length).toBeLessThanOrEqual(20_000);
}

/** Checks that every screen can describe the event. One event that fails would break the list. */
function expectDescribable(event: StreamEvent): void {
  const anchor = { ...event, seq: 1 };
  const view = viewOf(toRow(anchor, [anchor]));
  expect(plainText(view.message)).not.toBe('');
}

const FRAMES = repetitions({ long: 100_000, short: 4000 });
const STORED_EVENTS = repetitions({ long: 3000, short: 300 });

it(`a session survives ${FRAMES} frames, most of them broken`, { timeout: 170_000 }, async () => {
  installEnglish();
  const random = createRandom(20_261_001);
  const notifications: Notification[] = [];
  const running = runSession(() => 1, {
    onNotification: (notification) => void notifications.push(notification),
  });
  const { network, session, discarded, states } = running;
  await running.listen();
  const socket = network.latest;
  const real = realFrames();
  const mutations = Object.values(MUTATIONS);
  const toStore: StreamEvent[] = [];
  let events = 0;
  for (let sent = 0; sent < FRAMES; sent += 1) {
    socket.deliver(random.pick(mutations)(random.pick(real), random));
    for (const notification of notifications.splice(0)) {
      const event = toEvent(notification, CONTEXT);
      if (event === null) continue;
      events += 1;
      expectValid(event);
      expectDescribable(event);
      if (toStore.length < STORED_EVENTS) toStore.push(event);
    }
  }

  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(socket.isClosed).toBe(false);
  expect(network.mostOpen).toBeLessThanOrEqual(2);
  expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  const counts = Object.values(session.frameErrors);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(discarded.length);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(events).toBeGreaterThan(FRAMES / 10);

  const db = freshDatabase();
  for (let from = 0; from < toStore.length; from += 50) {
    await recordEvents(db, toStore.slice(from, from + 50));
  }
  expect(
    (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map((row) => viewOf(row)),
  ).toHaveLength(10);
  storeMeasurements('Broken frames', {
    'frames sent': FRAMES,
    'became events': events,
    ...Object.fromEntries(
      Object.entries(session.frameErrors).map(([fault, count]) => [`discarded: ${fault}`, count]),
    ),
    'events written to a database': toStore.length,
    'events in the database': await db.events.count(),
  });
});
