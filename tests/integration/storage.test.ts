import { describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/events';
import { DEFAULT_RETENTION } from '@/lib/domain/retention';
import { storeSettings } from '@/lib/settings/settings';
import { DAY } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat-notification';
import { aSub } from '@/tests/support/events';
import { START } from '@/tests/support/fake-clock';
import { runBackground } from '@/tests/support/running-background';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

/** Leaves the browser no room for more than `room` events. */
function limitRoom(db: Database, room: number): void {
  const add = db.events.bulkAdd.bind(db.events);
  vi.spyOn(db.events, 'bulkAdd').mockImplementation((async (...args: Parameters<typeof add>) => {
    if ((await db.events.count()) >= room) throw new DOMException('full', 'QuotaExceededError');
    return await add(...args);
  }) as never);
}

describe('without room for another event', () => {
  it('says so and keeps it until there is room', async () => {
    const { background, db, listenTo, say, shows } = await runBackground();
    await listenTo('demo_streamer');
    limitRoom(db, 0);
    say(CHAT, sub, 'a');
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: 'storage_full' }),
    );
    vi.restoreAllMocks();
    await background.tick();
    await shows(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(rows.map(({ id }) => id)).toEqual(['a']);
    });
  });

  it('lets the oldest day go where the user agreed, and goes on', async () => {
    const { db, listenTo, say, shows } = await runBackground();
    await storeSettings({ retention: { ...DEFAULT_RETENTION, makeRoom: true } });
    await recordEvents(db, [
      aSub({ id: 'old', created_at: START - 2 * DAY }),
      aSub({ id: 'newer', created_at: START - DAY }),
    ]);
    await listenTo('demo_streamer');
    limitRoom(db, 2);
    say(CHAT, sub, 'a');
    await shows(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(rows.map(({ id }) => id)).toEqual(['a', 'newer']);
    });
  });
});

describe('events past their time', () => {
  it('are deleted as time goes by', async () => {
    const { background, db } = await runBackground();
    await recordEvents(db, [aSub({ created_at: START - 181 * DAY }), aSub()]);
    await background.tick();
    expect(await db.events.count()).toBe(1);
  });
});

describe('a database that can not be opened', () => {
  it('is told, and a new one begun in its place works', async () => {
    const { background, db, listenTo, say, shows } = await runBackground();
    const opening = vi.spyOn(db, 'open').mockRejectedValue(new Error('corrupt'));
    const reading = vi.spyOn(db.accounts, 'toCollection').mockImplementation(() => {
      throw new Error('corrupt');
    });
    db.close({ disableAutoOpen: true });
    await background.start().catch(() => undefined);
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'problem', problem: 'database_damaged' }),
    );
    opening.mockRestore();
    reading.mockRestore();
    await background.startAnew();
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: null }),
    );
    await listenTo('demo_streamer');
    say(CHAT, sub, 'a');
    await shows(({ rows }) => expect(rows.map(({ id }) => id)).toEqual(['a']));
  });
});
