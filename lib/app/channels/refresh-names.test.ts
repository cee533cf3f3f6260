import { describe, expect, it } from 'vitest';
import { currentAccount, storeAccount } from '@/lib/db/accounts';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import type { Streamer } from '@/lib/domain/channel/channel';
import { listedIn, MAX_OTHERS, type Roster } from '@/lib/domain/roster/roster';
import { HOUR, MINUTE } from '@/lib/time';
import { anAccount, DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createNameRefresh } from './refresh-names';

// In one file, though long: all of it happens in what `prepare` has prepared.

const RENAMED = { ...DEMO_STREAMER, login: 'new_name', name: 'New_Name' };

/** Creates a refresh for a viewer with a favorite. Records what happens. */
async function prepare() {
  const db = freshDatabase();
  const api = createFakeTwitchApi();
  const clock = createFakeClock();
  const log = createFakeLog();
  const [viewer] = await api.usersByIds(['200']);
  await storeAccount(db, anAccount(viewer));
  await storeStreamer(db, DEMO_STREAMER);
  const stored: string[][] = [];
  const asked: string[][] = [];
  const happened = { reconciled: 0, refused: 0 };
  let isFull = false;
  let roster: Roster = aRoster();
  const refresh = createNameRefresh({
    db,
    apiFor: () => ({
      usersByIds: async (ids) => {
        asked.push([...ids]);
        return await api.usersByIds(ids);
      },
    }),
    tokenRefused: () => void (happened.refused += 1),
    rosterOf: async () => roster,
    changeRoster: async (_accountId, change) => {
      if (isFull) throw new Error('quota');
      roster = change(roster);
      stored.push(listedIn(roster).map(({ name }) => name));
    },
    reconcile: async () => void (happened.reconciled += 1),
    exclusively: async (run) => await run(),
    clock,
    log,
  });
  const replaceUser = (id: string, ...users: Streamer[]) => {
    api.users.splice(
      api.users.findIndex((user) => user.id === id),
      1,
      ...users,
    );
  };
  const list = (favorite: Streamer | null, ...others: Streamer[]) => {
    roster = {
      favorite: favorite && listed(favorite),
      others: others.map((other) => listed(other)),
    };
  };
  const failToStore = () => void (isFull = true);
  return { db, api, clock, log, stored, asked, happened, refresh, replaceUser, list, failToStore };
}

it('asks by id, and stores nothing if no name has changed', async () => {
  const { refresh, asked, stored, happened } = await prepare();
  await refresh(0);
  expect(asked).toEqual([['200', '100']]);
  expect(stored).toEqual([]);
  expect(happened.reconciled).toBe(0);
});

it('stores the new names of a favorite once', async () => {
  const { db, refresh, replaceUser, stored, happened } = await prepare();
  replaceUser('100', RENAMED);
  await refresh(0);
  await refresh(0);
  expect(stored).toEqual([['New_Name']]);
  expect(await channelOf(db, '100')).toMatchObject(RENAMED);
  expect(happened.reconciled).toBe(1);
});

it("stores the viewer's new names and keeps the token", async () => {
  const { db, refresh, replaceUser, happened } = await prepare();
  const before = await currentAccount(db);
  replaceUser('200', { ...DEMO_STREAMER, id: '200', login: 'new_viewer', name: 'New_Viewer' });
  await refresh(0);
  expect(await currentAccount(db)).toMatchObject({
    id: '200',
    login: 'new_viewer',
    name: 'New_Viewer',
    token: before?.token,
  });
  expect(happened.reconciled).toBe(1);
});

it('asks once an hour, and at once after the clock was set back', async () => {
  const { refresh, asked, clock } = await prepare();
  await refresh(0);
  clock.sleep(HOUR - 1);
  await refresh(HOUR);
  expect(asked).toHaveLength(1);
  clock.sleep(1);
  await refresh(HOUR);
  expect(asked).toHaveLength(2);
  clock.sleep(-2 * HOUR);
  await refresh(HOUR);
  expect(asked).toHaveLength(3);
});

it('asks at once for a new favorite', async () => {
  const { refresh, asked, list } = await prepare();
  await refresh(0);
  list(OTHER_STREAMER);
  await refresh(HOUR);
  expect(asked.at(-1)).toEqual(['200', '101']);
});

it('marks a favorite that is gone, and asks again some minutes later', async () => {
  const { db, refresh, replaceUser, asked, api, clock, stored, happened } = await prepare();
  replaceUser('100');
  await refresh(0);
  expect(await channelOf(db, '100')).toMatchObject({ ...DEMO_STREAMER, is_gone: true });
  clock.sleep(5 * MINUTE);
  await refresh(HOUR);
  expect(asked).toHaveLength(2);
  expect(happened.reconciled).toBe(1);
  api.users.push(DEMO_STREAMER);
  clock.sleep(5 * MINUTE);
  await refresh(HOUR);
  expect(await channelOf(db, '100')).not.toHaveProperty('is_gone');
  expect(stored).toEqual([]);
  expect(happened.reconciled).toBe(2);
});

it('believes no answer without the viewer', async () => {
  const { db, refresh, replaceUser } = await prepare();
  replaceUser('100');
  replaceUser('200');
  await refresh(0);
  expect(await channelOf(db, '100')).not.toHaveProperty('is_gone');
});

it('keeps the names and waits some minutes when Twitch does not answer', async () => {
  const { refresh, api, asked, clock, log, stored } = await prepare();
  api.failWith(503);
  await refresh(0);
  await refresh(HOUR);
  expect(asked).toHaveLength(1);
  expect(log.warnings).toEqual(['names could not be looked up']);
  clock.sleep(5 * MINUTE);
  await refresh(HOUR);
  expect(asked).toHaveLength(2);
  expect(stored).toEqual([]);
});

it('has the token validated when Twitch refuses it', async () => {
  const { refresh, api, happened } = await prepare();
  api.failWith(401);
  await refresh(0);
  expect(happened.refused).toBe(1);
});

it('stores nothing for a streamer that was removed during the request', async () => {
  const { db, refresh, api, replaceUser, list, stored } = await prepare();
  replaceUser('100', RENAMED);
  const { usersByIds } = api;
  api.usersByIds = async (ids) => {
    list(OTHER_STREAMER);
    return await usersByIds(ids);
  };
  await refresh(0);
  expect(stored).toEqual([]);
  expect(await channelOf(db, '100')).toMatchObject(DEMO_STREAMER);
});

describe('with others beside the favorite', () => {
  it('asks for everybody in one request, and stores all names in one write', async () => {
    const { refresh, asked, stored, list, replaceUser, api, happened } = await prepare();
    const others = manyListed(MAX_OTHERS);
    list(DEMO_STREAMER, ...others);
    api.users.push(...others.map((other) => ({ ...other, name: `New ${other.name}` })));
    replaceUser('100', RENAMED);
    await refresh(0);
    expect(asked).toEqual([['200', '100', ...others.map(({ id }) => id)]]);
    expect(stored).toEqual([['New_Name', ...others.map(({ name }) => `New ${name}`)]]);
    expect(happened.reconciled).toBe(1);
  });

  it('tells by id who is gone, even if another user took the login', async () => {
    const { db, refresh, list, replaceUser, api, stored, clock, happened } = await prepare();
    list(null, DEMO_STREAMER, OTHER_STREAMER);
    replaceUser('101', { ...OTHER_STREAMER, id: '999' });
    await refresh(0);
    const gone = await channelOf(db, '101');
    expect(gone).toMatchObject({ ...OTHER_STREAMER, is_gone: true });
    expect(gone).not.toHaveProperty('choices');
    expect(await channelOf(db, '100')).not.toHaveProperty('is_gone');
    expect(await channelOf(db, '999')).toBeNull();
    expect(stored).toEqual([]);
    api.users.push({ ...OTHER_STREAMER, login: 'came_back' });
    clock.sleep(5 * MINUTE);
    await refresh(HOUR);
    expect(await channelOf(db, '101')).not.toHaveProperty('is_gone');
    expect(stored).toEqual([['Demo_Streamer', 'Other_Streamer']]);
    expect(happened.reconciled).toBe(2);
  });

  it('asks once for a viewer who is one of them', async () => {
    const { refresh, asked, list } = await prepare();
    list(DEMO_STREAMER, { ...OTHER_STREAMER, id: '200' });
    await refresh(0);
    expect(asked).toEqual([['200', '100']]);
  });
});

it('warns if the names cannot be stored, and goes on', async () => {
  const { db, refresh, replaceUser, failToStore, log, happened } = await prepare();
  failToStore();
  replaceUser('100', RENAMED);
  await refresh(0);
  expect(log.warnings).toEqual(['names could not be stored']);
  expect(await channelOf(db, '100')).toMatchObject(RENAMED);
  expect(happened.reconciled).toBe(1);
});
