import { expect, it } from 'vitest';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { EMPTY_ROSTER } from '@/lib/domain/roster/roster';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed, manyListed } from '@/tests/support/builders/roster';
import { targetsOf } from './roster-targets';

const recording = { ...DEFAULT_RECORDING_OPTIONS, shared_chat: true };
const forAll = { recording, gone: new Set<string>() };

it('lists the favorite first, then the others in their order, with what is set for all', () => {
  const [first] = manyListed(1);
  const roster = aRoster({ others: [listed(OTHER_STREAMER), ...(first ? [first] : [])] });
  const targets = targetsOf(roster, forAll);
  expect(targets.map(({ streamer }) => streamer.id)).toEqual(['100', '101', '1000']);
  expect(targets.slice(0, 2)).toEqual([
    {
      streamer: DEMO_STREAMER,
      isFavorite: true,
      recordsCheers: true,
      recordingOptions: recording,
    },
    {
      streamer: OTHER_STREAMER,
      isFavorite: false,
      recordsCheers: false,
      recordingOptions: recording,
    },
  ]);
});

it('uses the choices for a streamer', () => {
  const own = { ...DEFAULT_RECORDING_OPTIONS, moderation: true };
  const other = listed(OTHER_STREAMER, { choices: { recording: own, recordsCheers: true } });
  expect(targetsOf({ favorite: null, others: [other] }, forAll)).toEqual([
    { streamer: OTHER_STREAMER, isFavorite: false, recordsCheers: true, recordingOptions: own },
  ]);
});

it('leaves out those that Twitch no longer has', () => {
  const roster = aRoster({ others: [listed(OTHER_STREAMER)] });
  const withoutFavorite = targetsOf(roster, { recording, gone: new Set(['100']) });
  expect(withoutFavorite.map(({ isFavorite }) => isFavorite)).toEqual([false]);
  expect(targetsOf(roster, { recording, gone: new Set(['100', '101']) })).toEqual([]);
  expect(targetsOf(EMPTY_ROSTER, forAll)).toEqual([]);
});
