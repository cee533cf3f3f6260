import { describe, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { totalEvents } from '@/lib/db/history/totals';
import { DEFAULT_RETENTION } from '@/lib/domain/history/retention';
import { storeSettings } from '@/lib/settings/settings';
import { DAY } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { aSub } from '@/tests/support/events';
import { START } from '@/tests/support/fake-clock';
import { fillBrowser } from '@/tests/support/full-browser';
import { runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

describe('without room for another event', () => {
  it('says so and keeps it until there is room', async () => {
    const { background, listenTo, say, shows } = await runBackground();
    await listenTo('demo_streamer');
    const full = fillBrowser();
    say(CHAT, sub, 'a');
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: 'storage_full' }),
    );
    full.empty();
    await background.tick();
    await shows(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(rows.map(({ id }) => id)).toEqual(['a']);
    });
  });

  it('lets the oldest day go where the user agreed, and goes on', async () => {
    const { background, db, listenTo, say, shows } = await runBackground();
    await storeSettings({ retention: { ...DEFAULT_RETENTION, makeRoom: true } });
    await recordEvents(db, [
      aSub({ id: 'old', created_at: START - 2 * DAY }),
      aSub({ id: 'newer', created_at: START - DAY }),
    ]);
    await listenTo('demo_streamer');
    const full = fillBrowser();
    say(CHAT, sub, 'a');
    await until(async () =>
      expect((await db.events.toArray()).map(({ id }) => id)).toEqual(['newer']),
    );
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: 'storage_full' }),
    );
    // The browser has found the room that was made.
    full.empty();
    await background.tick();
    await shows(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(rows.map(({ id }) => id)).toEqual(['a', 'newer']);
    });
    expect(await totalEvents(db)).toBe(2);
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
