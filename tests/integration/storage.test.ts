import { describe, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { totalEvents } from '@/lib/db/history/totals';
import { DEFAULT_RETENTION } from '@/lib/domain/history/retention';
import { storeSettings } from '@/lib/settings/settings';
import { DAY, SECOND } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { aSub } from '@/tests/support/builders/events';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { fillStorage } from '@/tests/support/fakes/full-storage';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

describe('a full storage', () => {
  it('is shown as a problem, and events are kept until there is space', async () => {
    const { background, listenTo, notify, waitForFeed, toolbar } = await runBackground();
    await listenTo('demo_streamer');
    const storage = fillStorage();
    notify(CHAT, sub, 'a');
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'problem', problem: 'storage_full' }),
    );
    storage.empty();
    expect(toolbar.shown.text).toBe('!');
    await background.tick();
    await waitForFeed(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(rows.map(({ id }) => id)).toEqual(['a']);
    });
  });

  it('leads to the deletion of the oldest day if the user agreed to that', async () => {
    const { background, db, listenTo, notify, waitForFeed } = await runBackground();
    await storeSettings({ retention: { ...DEFAULT_RETENTION, makeRoom: true } });
    await recordEvents(db, [
      aSub({ id: 'old', created_at: START - 2 * DAY }),
      aSub({ id: 'newer', created_at: START - DAY }),
    ]);
    await listenTo('demo_streamer');
    const storage = fillStorage();
    notify(CHAT, sub, 'a');
    await until(async () =>
      expect((await db.events.toArray()).map(({ id }) => id)).toEqual(['newer']),
    );
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'problem', problem: 'storage_full' }),
    );
    // The browser has freed the space of the deleted events.
    storage.empty();
    await background.tick();
    await waitForFeed(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'listening', problem: null });
      expect(rows.map(({ id }) => id)).toEqual(['a', 'newer']);
    });
    expect(await totalEvents(db)).toBe(2);
  });
});

describe('events after the retention period', () => {
  it('are deleted on a tick', async () => {
    const { background, db } = await runBackground();
    await recordEvents(db, [aSub({ created_at: START - 181 * DAY }), aSub()]);
    await background.tick();
    expect(await db.events.count()).toBe(1);
  });
});

/** Lets nothing be read from the database, as if it could not be opened. Returns a repair. */
function damage({ db }: RunningBackground): () => void {
  const opening = vi.spyOn(db, 'open').mockRejectedValue(new Error('corrupt'));
  db.close({ disableAutoOpen: true });
  return () => opening.mockRestore();
}

describe('a database that cannot be opened', () => {
  it('is shown within a second, though the favorite was shown before', async () => {
    await storeFeed(aFeed({ rows: [aView(aSub())], unseen: 4 }));
    const running = await runBackground();
    const startedAt = running.clock.now();
    damage(running);
    await running.background.start().catch(() => undefined);
    await running.waitForFeed(({ connection, rows }) => {
      expect(connection).toEqual({ state: 'problem', problem: 'database_damaged' });
      expect(rows).toHaveLength(1);
    });
    expect(running.toolbar.shown).toEqual({
      text: '!',
      title: 'Nothing is recorded: a problem needs you',
    });
    expect(running.clock.now() - startedAt).toBeLessThan(SECOND);
  });

  it('is no longer shown when the database works again while it listens', async () => {
    const running = await runBackground();
    await running.listenTo('demo_streamer');
    const repair = damage(running);
    await running.background.tick().catch(() => undefined);
    await running.waitForFeed(({ connection }) => expect(connection.state).toBe('problem'));
    repair();
    await running.db.open();
    await running.background.tick();
    await running.waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: null }),
    );
  });

  it('is shown as a problem, and can be replaced with a new one', async () => {
    const { background, db, listenTo, notify, waitForFeed } = await runBackground();
    const opening = vi.spyOn(db, 'open').mockRejectedValue(new Error('corrupt'));
    const reading = vi.spyOn(db.accounts, 'toCollection').mockImplementation(() => {
      throw new Error('corrupt');
    });
    db.close({ disableAutoOpen: true });
    await background.start().catch(() => undefined);
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'problem', problem: 'database_damaged' }),
    );
    opening.mockRestore();
    reading.mockRestore();
    await background.recreateDatabase();
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: null }),
    );
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'a');
    await waitForFeed(({ rows }) => expect(rows.map(({ id }) => id)).toEqual(['a']));
  });
});
