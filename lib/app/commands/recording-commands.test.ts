import { beforeEach, expect, it } from 'vitest';
import { storeAccount } from '@/lib/db/accounts';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import { DEFAULT_FILTER, type Filter, withLeast } from '@/lib/domain/filter/filter';
import { ProblemError } from '@/lib/domain/problem';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time';
import type { VodOfUser } from '@/lib/twitch/helix/vods';
import { anAccount, DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { aRoster } from '@/tests/support/builders/roster';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createRecordingCommands } from './recording-commands';

const RECORDING = { id: '9', startedAt: START - DAY, endsAt: START - DAY + 3 * HOUR };
const OLD: VodOfUser = {
  id: '5',
  userId: '100',
  streamId: '50',
  startedAt: START - 100 * DAY,
  endsAt: START - 100 * DAY + HOUR,
  url: 'https://www.twitch.tv/videos/5',
};

let db: Database;
let filter: Filter;
let asked: string[];
let answer: () => Promise<VodOfUser | null>;
let refusedTokens: number;

beforeEach(async () => {
  db = freshDatabase();
  filter = DEFAULT_FILTER;
  asked = [];
  refusedTokens = 0;
  answer = async () => OLD;
  await storeAccount(db, anAccount());
  await storeStreamer(db, DEMO_STREAMER);
  await updateChannel(db, '100', { recordings: [RECORDING] });
});

function commands(accountId: string | null = '200') {
  return createRecordingCommands({
    db,
    apiFor: () => ({
      vod: async (id) => {
        asked.push(id);
        return await answer();
      },
    }),
    account: {
      tokenRefused: () => {
        refusedTokens += 1;
      },
    },
    shownAccountId: async () => accountId,
    rosterOf: async () => aRoster(),
    readListSettings: async () => ({
      feed: filter,
      badge: DEFAULT_FILTER,
      moments: DEFAULT_MOMENTS,
    }),
    clock: createFakeClock(),
  });
}

/** Stores subs at these seconds of the recording. */
async function recordSubs(...seconds: number[]): Promise<void> {
  await recordEvents(
    db,
    seconds.map((second) =>
      aSub({ streamer_id: '100', created_at: RECORDING.startedAt + second * SECOND }),
    ),
  );
}

it('returns the events of the broadcast in the order of time, and no others', async () => {
  await recordSubs(100, 20, 4 * 3600, -3600);
  const page = await commands().readRecording('9', 0);
  expect(page?.rows.map(({ jump }) => jump?.seconds)).toEqual([0, 80]);
  expect(page).toMatchObject({ streamerId: '100', recording: RECORDING, gaps: [] });
  expect(asked).toEqual([]);
});

it('returns as many events as a page needs, around the second', async () => {
  await recordSubs(...Array.from({ length: 500 }, (_, index) => index));
  const { readRecording } = commands();
  const second = ({ createdAt }: { createdAt: number }) =>
    (createdAt - RECORDING.startedAt) / SECOND;
  const first = await readRecording('9', 0);
  expect(first?.rows.map(second)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  expect(first?.until).toBe(RECORDING.startedAt + 199 * SECOND);
  const middle = await readRecording('9', 250);
  expect([middle?.rows.length, middle?.rows.map(second)[0]]).toEqual([399, 51]);
  const last = await readRecording('9', 499);
  expect(last?.until).toBe(RECORDING.endsAt + MINUTE);
});

it('leaves out what the filter of the list leaves out', async () => {
  filter = withLeast(DEFAULT_FILTER, 'bits', 1000);
  const created_at = RECORDING.startedAt + MINUTE;
  await recordEvents(db, [{ ...aCheer(), streamer_id: '100', created_at }]);
  await recordSubs(5);
  const page = await commands().readRecording('9', 0);
  expect(page?.rows.map(({ kind }) => kind)).toEqual(['sub']);
  expect(page?.isFiltered).toBe(true);
});

it('names the times in which nobody listened', async () => {
  const gap = (from: number, until: number) => ({
    from,
    reason: 'not_running' as const,
    ends: [['100', until]] as [string, number][],
  });
  await db.gaps.bulkAdd([
    gap(RECORDING.startedAt - HOUR, RECORDING.startedAt - MINUTE),
    gap(RECORDING.startedAt + HOUR, RECORDING.endsAt + HOUR),
    gap(RECORDING.endsAt + 2 * HOUR, RECORDING.endsAt + 3 * HOUR),
  ]);
  const page = await commands().readRecording('9', 0);
  expect(page?.gaps.map(({ from }) => from)).toEqual([RECORDING.startedAt + HOUR]);
});

it('asks Twitch once about a recording that is not stored', async () => {
  const { readRecording } = commands();
  await readRecording('5', 0);
  const page = await readRecording('5', 60);
  expect(page?.recording).toEqual({ id: '5', startedAt: OLD.startedAt, endsAt: OLD.endsAt });
  expect(asked).toEqual(['5']);
});

it('knows that the recording of the live broadcast goes on', async () => {
  await updateChannel(db, '100', { live: { streamId: '50', startedAt: OLD.startedAt } });
  expect((await commands().readRecording('5', 0))?.recording.endsAt).toBeNull();
});

it.each([
  ['of somebody else', async () => ({ ...OLD, userId: '999' })],
  ['that Twitch does not have', async () => null],
])('has nothing for a video %s', async (_which, next) => {
  answer = next;
  expect(await commands().readRecording('5', 0)).toBeNull();
});

it('asks nobody while nobody was ever signed in', async () => {
  expect(await commands(null).readRecording('5', 0)).toBeNull();
  expect(asked).toEqual([]);
});

it('reports a refused token, and asks again', async () => {
  const { readRecording } = commands();
  answer = async () => {
    throw new ProblemError('not_signed_in');
  };
  await expect(readRecording('5', 0)).rejects.toThrow(ProblemError);
  expect(refusedTokens).toBe(1);
  answer = async () => OLD;
  expect(await readRecording('5', 0)).not.toBeNull();
});
