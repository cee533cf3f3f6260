import { expect, it } from 'vitest';
import { currentAccount, storeAccount } from '@/lib/db/accounts';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import type { Streamer } from '@/lib/domain/channel/channel';
import { HOUR, MINUTE } from '@/lib/time';
import { anAccount, DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createNameRefresh } from './refresh-names';

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
  const stored: Streamer[] = [];
  const asked: string[][] = [];
  const happened = { reconciled: 0, refused: 0 };
  let favorite: Streamer = DEMO_STREAMER;
  const refresh = createNameRefresh({
    db,
    apiFor: () => ({
      usersByIds: async (ids) => {
        asked.push([...ids]);
        return await api.usersByIds(ids);
      },
    }),
    tokenRefused: () => void (happened.refused += 1),
    favoriteOf: async () => favorite,
    storeFavorite: async (_accountId, streamer) => {
      stored.push(streamer);
      favorite = streamer;
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
  const choose = (streamer: Streamer) => {
    favorite = streamer;
  };
  return { db, api, clock, log, stored, asked, happened, refresh, replaceUser, choose };
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
  expect(stored).toEqual([RENAMED]);
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
  const { refresh, asked, choose } = await prepare();
  await refresh(0);
  choose(OTHER_STREAMER);
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

it('stores nothing for a favorite that was replaced during the request', async () => {
  const { db, refresh, api, replaceUser, choose, stored } = await prepare();
  replaceUser('100', RENAMED);
  const { usersByIds } = api;
  api.usersByIds = async (ids) => {
    choose(OTHER_STREAMER);
    return await usersByIds(ids);
  };
  await refresh(0);
  expect(stored).toEqual([]);
  expect(await channelOf(db, '100')).toMatchObject(DEMO_STREAMER);
});
