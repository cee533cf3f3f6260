import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { headerLine } from '@/lib/domain/transfer/json-lines';
import { HOUR } from '@/lib/time';
import { aCheer, aFollow } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { commandsOf } from '@/tests/support/database/transfer';
import { START } from '@/tests/support/fakes/fake-clock';
import { fillStorage } from '@/tests/support/fakes/full-storage';
import { runBackground } from '@/tests/support/running/running-background';

describe('a file that breaks', () => {
  it('is refused with its line, and nothing of the part is taken over', async () => {
    const db = freshDatabase();
    const part = { firstLine: 1, lines: [headerLine(START), JSON.stringify(aCheer()), '{'] };
    const fault = { line: 3, fault: 'not_json', field: null };
    expect(await commandsOf(db).checkFile(part)).toEqual(fault);
    expect(await commandsOf(db).importFile(part)).toEqual(fault);
    expect(await db.events.count()).toBe(0);
  });

  it('says that there is no room', async () => {
    const db = freshDatabase();
    await db.open();
    fillStorage();
    const part = { firstLine: 2, lines: [JSON.stringify(aCheer())] };
    await expect(commandsOf(db).importFile(part)).rejects.toMatchObject({
      problem: 'storage_full',
    });
  });
});

describe('in the background', () => {
  const linesWith = (events: readonly StreamEvent[]) => ({
    firstLine: 1,
    lines: [headerLine(START).trim(), ...events.map((event) => JSON.stringify(event))],
  });

  it('imported events are in the lists, but neither new nor told', async () => {
    const { background, listenTo, waitForFeed, notify, notifications, db } = await runBackground();
    await listenTo('demo_streamer');
    const past = { created_at: START - HOUR };
    await background.importFile(
      linesWith([aCheer({ id: 'old', ...past }), aFollow(-7_000, { id: 'follow' })]),
    );
    await waitForFeed(({ rows, unseen }) => {
      expect(rows.map(({ id }) => id)).toEqual(['old', 'follow']);
      expect(unseen).toBe(0);
    });
    expect(notifications.all).toEqual([]);
    notify('stream.online', {
      id: '7',
      broadcaster_user_id: '100',
      broadcaster_user_login: 'demo_streamer',
      broadcaster_user_name: 'Demo_Streamer',
      type: 'live',
      started_at: new Date(START).toISOString(),
    });
    await waitForFeed(({ unseen }) => expect(unseen).toBe(1));
    await background.importFile(linesWith([aCheer({ id: 'older', created_at: START - 2 * HOUR })]));
    await waitForFeed(({ rows, unseen }) => {
      expect(rows.map(({ id }) => id)).toContain('older');
      expect(unseen).toBe(1);
    });
    expect(await db.events.count()).toBe(4);
  });

  it('deleted events leave the lists, and the number of new ones', async () => {
    const { background, listenTo, waitForFeed, db } = await runBackground();
    await listenTo('demo_streamer');
    await recordEvents(db, [aCheer({ id: 'a' }), aCheer({ id: 'b' })]);
    expect(await background.deleteEvents(['a'])).toBe(1);
    await waitForFeed(({ rows, unseen }) => {
      expect(rows.map(({ id }) => id)).toEqual(['b']);
      expect(unseen).toBe(1);
    });
    const scope = { streamerId: '100', viewerId: null, from: null, until: null };
    expect(await background.deletePart(scope, null)).toEqual({ deleted: 1, next: null });
    await waitForFeed(({ rows, unseen }) => expect([rows.length, unseen]).toEqual([0, 0]));
  });
});
