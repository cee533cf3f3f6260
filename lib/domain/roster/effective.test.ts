import { expect, it } from 'vitest';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { DEFAULT_FILTER, withChoice } from '../filter/filter';
import { DEFAULT_RECORDING_OPTIONS } from '../history/recording-options';
import { effectiveFilters, effectiveRecording } from './effective';

const settings = {
  filters: { feed: DEFAULT_FILTER, badge: withChoice(DEFAULT_FILTER, 'ads', false) },
  recording: DEFAULT_RECORDING_OPTIONS,
};
const own = {
  filters: { feed: withChoice(DEFAULT_FILTER, 'raids', false), badge: DEFAULT_FILTER },
  recording: { ...DEFAULT_RECORDING_OPTIONS, moderation: true },
};
const roster = aRoster({ others: [listed(OTHER_STREAMER, { choices: own })] });

it('uses the own choices of a streamer', () => {
  expect(effectiveFilters(roster, settings, '101')).toEqual(own.filters);
  expect(effectiveRecording(roster, settings, '101')).toEqual(own.recording);
});

it.each([
  ['a streamer without own choices', '100'],
  ['a streamer that is not listed', '7'],
])('uses what is set for all for %s', (_who, id) => {
  expect(effectiveFilters(roster, settings, id)).toEqual(settings.filters);
  expect(effectiveRecording(roster, settings, id)).toEqual(settings.recording);
});

it('applies filters and recording options separately', () => {
  const other = listed(OTHER_STREAMER, { choices: { recording: own.recording } });
  const partly = aRoster({ others: [other] });
  expect(effectiveFilters(partly, settings, '101')).toEqual(settings.filters);
  expect(effectiveRecording(partly, settings, '101')).toEqual(own.recording);
});
