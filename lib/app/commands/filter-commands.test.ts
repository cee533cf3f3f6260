import { expect, it } from 'vitest';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { listedBy, type Roster } from '@/lib/domain/roster/roster';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { createFilterCommands } from './filter-commands';

const own = { feed: DEFAULT_FILTER, badge: DEFAULT_FILTER };

/** Creates the commands for a roster in which only the other streamer has filters of its own. */
function prepare(accountId: string | null = '200') {
  let roster: Roster = aRoster({ others: [listed(OTHER_STREAMER, { choices: { filters: own } })] });
  let forAll: Filter = DEFAULT_FILTER;
  const commands = createFilterCommands({
    shownAccountId: async () => accountId,
    rosterOf: async () => roster,
    changeRoster: async (_accountId, change) => {
      roster = change(roster);
    },
    changeFilterForAll: async (change) => {
      forAll = change(forAll);
    },
  });
  const result = () => ({
    own: listedBy(roster, '101')?.choices.filters,
    forAll: forAll.subsAndCheersOnly,
    favorite: listedBy(roster, '100')?.choices.filters,
  });
  return { commands, result };
}

it('changes the own filter of a streamer, and not that of the badge', async () => {
  const { commands, result } = prepare();
  await commands.showSubsAndCheersOnly(true, '101');
  expect(result()).toEqual({
    own: { ...own, feed: { ...DEFAULT_FILTER, subsAndCheersOnly: true } },
    forAll: false,
    favorite: null,
  });
  await commands.showSubsAndCheersOnly(false, '101');
  expect(result().own).toEqual(own);
});

it.each([
  ['for a streamer without an own filter', '100', '200'],
  ['for a streamer that is not listed', '7', '200'],
  ['for all of them', undefined, '200'],
  ['while there is no account', '101', null],
])('changes the filter for all %s', async (_when, streamerId, accountId) => {
  const { commands, result } = prepare(accountId);
  await commands.showSubsAndCheersOnly(true, streamerId);
  expect(result()).toEqual({ own, forAll: true, favorite: null });
});

it('hides events like one in the own filter of a streamer, and shows them again', async () => {
  const { commands, result } = prepare();
  await commands.hideKind('raid_out', true, '101');
  expect(result().own).toEqual({ ...own, feed: { ...DEFAULT_FILTER, hidden: ['raids'] } });
  await commands.hideKind('raid_in', false, '101');
  expect(result().own).toEqual(own);
});
