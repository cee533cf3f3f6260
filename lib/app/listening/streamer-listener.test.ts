import { describe, expect, it } from 'vitest';
import { heardUntil } from '@/lib/db/attendance';
import { channelOf } from '@/lib/db/channels';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { createSerialQueue } from '@/lib/serial-queue';
import { MINUTE } from '@/lib/time';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { anAccount, DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { aFavorite } from '@/tests/support/running/running-listener';
import { createAttendance } from './gaps/attendance';
import { createTurns } from './others/turns';
import { createStreamerListener, type StreamerListener } from './streamer-listener';
import { planStreamers } from './streamer-plan';

/** Creates listeners that share the database, the queue of writes and the clock. */
function prepareListeners() {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const writes = createSerialQueue(log);
  const recorded: StreamEvent[] = [];
  const attendance = createAttendance({
    db,
    clock,
    writes,
    record: null,
    unwrittenSince: () => null,
    gapRecorded: () => {},
  });
  const listenTo = async (streamer: Streamer) => {
    const api = createFakeTwitchApi();
    const [planned] = await planStreamers(
      { account: anAccount(), streamers: [aFavorite(streamer)] },
      { api, log },
    );
    if (planned === undefined) throw new Error('There is no plan.');
    return await createStreamerListener({
      streamer,
      planned,
      api,
      db,
      writes,
      attendance,
      takeTurn: createTurns(clock),
      clock,
      log,
      events: {
        record: (event) => void recorded.push(event),
        channelChanged: () => {},
        recordingsStored: () => {},
        problemChanged: () => {},
        unauthorized: () => {},
        planOutdated: () => {},
      },
    });
  };
  return { db, clock, writes, attendance, recorded, listenTo };
}

/** Passes a notification that the stream of this streamer has started to their listener. */
function notifyOnline(listener: StreamerListener, streamer: Streamer, streamId: string): void {
  listener.notificationReceived({
    metadata: {
      message_id: `message-${streamId}`,
      message_timestamp: new Date(START).toISOString(),
      subscription_type: 'stream.online',
    },
    payload: { event: { ...streamOnline({ id: streamId }), broadcaster_user_id: streamer.id } },
  });
}

describe('createStreamerListener', () => {
  it('plans subscriptions for its own streamer only', async () => {
    const { listenTo } = prepareListeners();
    const { plan } = (await listenTo(OTHER_STREAMER)).planned;
    expect(plan.subscriptions.length).toBeGreaterThan(0);
    for (const { condition } of plan.subscriptions) {
      expect(Object.values(condition)).toContain(OTHER_STREAMER.id);
    }
  });

  it('continues while the listener of another streamer stops', async () => {
    const { db, clock, writes, attendance, recorded, listenTo } = prepareListeners();
    const demo = await listenTo(DEMO_STREAMER);
    const other = await listenTo(OTHER_STREAMER);
    for (const listener of [demo, other]) listener.connected();
    demo.stop();
    attendance.remove(DEMO_STREAMER.id, 'other_favorite');
    clock.sleep(MINUTE);
    attendance.frameReceived(clock.now());
    notifyOnline(other, OTHER_STREAMER, '78');
    other.disconnected();
    attendance.connectionLost();
    await writes.idle();
    expect(recorded).toMatchObject([{ id: 'message-78', streamer_id: OTHER_STREAMER.id }]);
    expect(await channelOf(db, DEMO_STREAMER.id)).toMatchObject({
      heard_at: START,
      paused_for: 'other_favorite',
      live: null,
    });
    const stored = await channelOf(db, OTHER_STREAMER.id);
    expect(await heardUntil(db, OTHER_STREAMER.id)).toBeGreaterThan(START);
    expect(stored).toMatchObject({ live: { streamId: '78' } });
    expect(stored).not.toHaveProperty('paused_for');
  });
});
