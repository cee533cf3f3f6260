import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storeAccount } from '@/lib/db/accounts';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { MINUTE, SECOND } from '@/lib/time';
import { anAccount, DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createChannelCommands } from './channel-commands';

const LIVE = { streamId: '7', startedAt: START };
const NOTHING = { at: 0, byStreamer: {} };

let db: Database;

beforeEach(async () => {
  db = freshDatabase();
  await storeAccount(db, anAccount());
  await storeStreamer(db, DEMO_STREAMER);
  await updateChannel(db, '100', { live: LIVE });
});

/** Creates the commands for a roster with a live favorite, another one, and one never looked up. */
function prepare() {
  const clock = createFakeClock();
  const api = createFakeTwitchApi();
  api.audiences.set('100', 412).set('101', 7).set('999', 5);
  const asked = vi.spyOn(api, 'viewers');
  let refusedTokens = 0;
  const { countViewers } = createChannelCommands({
    db,
    apiFor: () => api,
    account: { tokenRefused: () => void (refusedTokens += 1) },
    rosterOf: async () => aRoster({ others: [listed(OTHER_STREAMER), ...manyListed(1)] }),
    clock,
    log: createFakeLog(),
  });
  return { clock, api, asked, countViewers, refusedTokens: () => refusedTokens };
}

describe('counting viewers', () => {
  it('asks only for streamers of the list that are live', async () => {
    const { asked, countViewers } = prepare();
    await storeStreamer(db, OTHER_STREAMER);
    expect(await countViewers()).toEqual({ at: START, byStreamer: { 100: 412 } });
    await updateChannel(db, '101', { live: LIVE });
    expect((await countViewers()).byStreamer).toEqual({ 100: 412, 101: 7 });
    expect(asked.mock.calls).toEqual([[['100']], [['100', '101']]]);
  });

  it('asks nobody while nobody is live', async () => {
    const { asked, countViewers } = prepare();
    await updateChannel(db, '100', { live: null });
    expect(await countViewers()).toEqual(NOTHING);
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks nobody while nobody is signed in', async () => {
    const { asked, countViewers } = prepare();
    await db.accounts.clear();
    expect(await countViewers()).toEqual(NOTHING);
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks once for several pages, and again after a minute', async () => {
    const { clock, api, asked, countViewers } = prepare();
    await Promise.all([countViewers(), countViewers()]);
    api.audiences.set('100', 500);
    clock.sleep(50 * SECOND);
    expect(await countViewers()).toEqual({ at: START, byStreamer: { 100: 412 } });
    expect(asked).toHaveBeenCalledTimes(1);
    clock.sleep(10 * SECOND);
    expect(await countViewers()).toEqual({ at: START + MINUTE, byStreamer: { 100: 500 } });
  });

  it('asks again for another account', async () => {
    const { asked, countViewers } = prepare();
    await countViewers();
    await storeAccount(db, anAccount({ id: '300' }));
    await countViewers();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it.each([
    [503, 0],
    [401, 1],
  ])('has no numbers if Twitch answers %d, and asks a minute later', async (status, refused) => {
    const { clock, api, asked, countViewers, refusedTokens } = prepare();
    api.failWith(status);
    expect(await countViewers()).toEqual(NOTHING);
    expect(await countViewers()).toEqual(NOTHING);
    expect([asked.mock.calls.length, refusedTokens()]).toEqual([1, refused]);
    api.failWith(null);
    clock.sleep(MINUTE);
    expect((await countViewers()).byStreamer).toEqual({ 100: 412 });
  });
});
