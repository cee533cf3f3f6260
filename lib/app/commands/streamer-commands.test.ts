import { describe, expect, it } from 'vitest';
import { storeAccount } from '@/lib/db/accounts';
import { channelOf } from '@/lib/db/channels';
import { problemOf } from '@/lib/domain/problem';
import { listedBy, listedIn, MAX_OTHERS, type Roster } from '@/lib/domain/roster/roster';
import type { RemovedStreamer } from '@/lib/settings/removed-streamer';
import { MINUTE } from '@/lib/time';
import { anAccount, DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createStreamerCommands } from './streamer-commands';

/** Creates the commands for a viewer with this roster. Records what happens. */
async function prepare(first: Roster = aRoster(), account: typeof anAccount | null = anAccount) {
  const db = freshDatabase();
  if (account !== null) await storeAccount(db, account());
  const clock = createFakeClock();
  const api = createFakeTwitchApi();
  const happened = { reconciled: 0, validated: 0 };
  let roster = first;
  let removed: RemovedStreamer | null = null;
  const commands = createStreamerCommands({
    db,
    apiFor: () => api,
    account: { validate: async () => void (happened.validated += 1) },
    rosterOf: async () => roster,
    changeRoster: async (_accountId, change) => {
      roster = change(roster);
    },
    lastRemoved: {
      getValue: async () => removed,
      setValue: async (value) => {
        removed = value;
      },
    },
    reconcile: async () => void (happened.reconciled += 1),
    clock,
  });
  const ids = () => listedIn(roster).map(({ id }) => id);
  const choicesFor = (id: string) => listedBy(roster, id)?.choices;
  return { db, clock, api, commands, happened, ids, choicesFor };
}

const withOthers = () =>
  aRoster({ others: [listed(OTHER_STREAMER, { choices: { isMuted: true } })] });
const problemFrom = (result: Promise<unknown>) => result.then(() => 'none', problemOf);

describe('choosing a favorite', () => {
  it('keeps the one before among the others, and stores its names', async () => {
    const { db, commands, ids, happened } = await prepare();
    expect(await commands.chooseFavorite('@Other_Streamer')).toEqual(OTHER_STREAMER);
    expect(ids()).toEqual(['101', '100']);
    expect(await channelOf(db, '101')).toMatchObject(OTHER_STREAMER);
    expect(happened.reconciled).toBe(1);
  });

  it('has the token validated when Twitch refuses it', async () => {
    const { api, commands, ids, happened } = await prepare();
    api.failWith(401);
    expect(await problemFrom(commands.chooseFavorite('other_streamer'))).toBe('not_signed_in');
    expect(happened).toEqual({ reconciled: 0, validated: 1 });
    expect(ids()).toEqual(['100']);
  });
});

describe('adding a streamer', () => {
  it('replaces nobody', async () => {
    const { commands, ids, happened } = await prepare();
    expect(await commands.addStreamer('other_streamer')).toEqual(OTHER_STREAMER);
    expect(ids()).toEqual(['100', '101']);
    expect(await commands.addStreamer('demo_streamer')).toEqual(DEMO_STREAMER);
    expect(ids()).toEqual(['100', '101']);
    expect(happened.reconciled).toBe(2);
  });

  it.each([
    ['unknown_user', 'streamer_not_found'],
    ['what is this?', 'invalid_user_name'],
  ])('is refused for "%s"', async (userName, problem) => {
    const { commands } = await prepare();
    expect(await problemFrom(commands.addStreamer(userName))).toBe(problem);
  });

  it('is refused when there is no room', async () => {
    const { commands, ids } = await prepare(aRoster({ others: manyListed(MAX_OTHERS) }));
    expect(await problemFrom(commands.addStreamer('other_streamer'))).toBe('too_many_streamers');
    expect(ids()).toHaveLength(MAX_OTHERS + 1);
  });

  it('can be undone for five minutes', async () => {
    const { commands, clock, ids } = await prepare();
    await commands.addStreamer('other_streamer');
    clock.sleep(5 * MINUTE - 1);
    await commands.undoAdd('101');
    expect(ids()).toEqual(['100']);
    await commands.addStreamer('other_streamer');
    clock.sleep(5 * MINUTE);
    expect(await problemFrom(commands.undoAdd('101'))).toBe('not_allowed');
    expect(ids()).toEqual(['100', '101']);
  });

  it.each(['100', '7'])('cannot be undone for the favorite, or for nobody: %s', async (id) => {
    const { commands, ids } = await prepare();
    expect(await problemFrom(commands.undoAdd(id))).toBe('not_allowed');
    expect(ids()).toEqual(['100']);
  });
});

describe('removing a streamer', () => {
  it('can be undone, with all choices', async () => {
    const { commands, ids, choicesFor, happened } = await prepare(withOthers());
    await commands.removeStreamer('101');
    expect(ids()).toEqual(['100']);
    await commands.undoRemove('101');
    expect(ids()).toEqual(['100', '101']);
    expect(choicesFor('101')).toMatchObject({ isMuted: true });
    expect(happened.reconciled).toBe(2);
    await commands.removeStreamer('101');
    await commands.addStreamer('other_streamer');
    expect(choicesFor('101')).toMatchObject({ isMuted: false });
  });

  it('can be undone once, and only for the last one', async () => {
    const { commands } = await prepare(aRoster({ others: manyListed(2) }));
    await commands.removeStreamer('1000');
    await commands.removeStreamer('1001');
    expect(await problemFrom(commands.undoRemove('1000'))).toBe('not_allowed');
    await commands.undoRemove('1001');
    expect(await problemFrom(commands.undoRemove('1001'))).toBe('not_allowed');
  });

  it('cannot be undone as somebody else', async () => {
    const { db, commands } = await prepare(withOthers());
    await commands.removeStreamer('101');
    await storeAccount(db, anAccount({ id: '300' }));
    expect(await problemFrom(commands.undoRemove('101'))).toBe('not_allowed');
  });

  it('makes the first of the others the favorite, if it was the favorite', async () => {
    const { commands, ids, choicesFor } = await prepare(withOthers());
    await commands.removeStreamer('100');
    expect(ids()).toEqual(['101']);
    expect(choicesFor('101')).toMatchObject({ isMuted: true });
    await commands.removeStreamer('101');
    expect(ids()).toEqual([]);
  });

  it('is refused for somebody who is not listed', async () => {
    const { commands, ids } = await prepare();
    expect(await problemFrom(commands.removeStreamer('7'))).toBe('not_allowed');
    expect(ids()).toEqual(['100']);
  });
});

describe('choices', () => {
  it('are changed for one streamer', async () => {
    const { commands, choicesFor } = await prepare(withOthers());
    await commands.chooseFor('101', { recordsCheers: true });
    expect(choicesFor('101')).toMatchObject({ recordsCheers: true, isMuted: true });
    expect(choicesFor('100')).toMatchObject({ recordsCheers: false });
  });

  it('are refused for a streamer that was removed', async () => {
    const { commands } = await prepare();
    expect(await problemFrom(commands.chooseFor('101', { isMuted: true }))).toBe('not_allowed');
  });
});

it('refuses every command while nobody is signed in', async () => {
  const { commands, ids } = await prepare(withOthers(), null);
  const refused = await Promise.all(
    [
      commands.chooseFavorite('other_streamer'),
      commands.addStreamer('other_streamer'),
      commands.undoAdd('101'),
      commands.removeStreamer('101'),
      commands.undoRemove('101'),
      commands.chooseFor('101', {}),
    ].map(problemFrom),
  );
  expect(new Set(refused)).toEqual(new Set(['not_signed_in']));
  expect(ids()).toEqual(['100', '101']);
});
