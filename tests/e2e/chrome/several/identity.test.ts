import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import {
  addOthers,
  expectHeard,
  listenToSeveral,
  showTab,
  submitOther,
  tabOf,
} from '../../support/several.ts';
import { openPopup } from '../../support/steps.ts';

const OTHERS = moreStreamers(3);
const [FIRST = STREAMER, SECOND = STREAMER, THIRD = STREAMER] = OTHERS;
const GONE = /Twitch no longer has this channel/;

test('a streamer who is renamed stays the same, also if another one has the old name', async ({
  world,
}) => {
  const before = await listenToSeveral(world, [STREAMER, FIRST]);
  const old = await sendResubs(world.admin, 1, FIRST);
  await showTab(before, FIRST.name);
  // An event that is not stored yet when the browser ends would be lost.
  await expect.poll(() => listedIds(before)).toEqual(old);
  const renamed = { ...FIRST, login: 'channel_new', name: 'Channel_New' };
  const heir = { ...THIRD, login: FIRST.login, name: FIRST.name };
  await world.admin.changeUser({ user: FIRST.id, login: renamed.login, name: renamed.name });
  await world.admin.changeUser({ user: THIRD.id, login: heir.login, name: heir.name });

  await world.restart();
  const popup = await openPopup(world);
  await expect(tabOf(popup, renamed.name)).toBeVisible();
  await expect(tabOf(popup, FIRST.name)).toBeHidden();
  await addOthers(popup, [heir]);
  await expectHeard(world, [STREAMER, renamed, heir]);

  const ids = await sendResubs(world.admin, 1, renamed);
  await showTab(popup, renamed.name);
  await expect.poll(() => listedIds(popup)).toEqual([...old, ...ids].toReversed());
  await showTab(popup, heir.name);
  await expect.poll(() => listedIds(popup)).toEqual([]);
});

test('a streamer who is added again under another name is listed once', async ({ world }) => {
  const popup = await listenToSeveral(world, [STREAMER, FIRST]);
  // The box is emptied with the answer.
  const box = popup.getByRole('combobox', { name: 'Streamer', exact: true });
  for (const { login } of [FIRST, STREAMER]) {
    await submitOther(popup, login);
    await expect(box).toHaveValue('');
  }
  await world.admin.changeUser({ user: FIRST.id, login: 'channel_new', name: 'Channel_New' });
  await submitOther(popup, 'channel_new');
  await expect(box).toHaveValue('');
  await addOthers(popup, [SECOND]);
  await expectHeard(world, [STREAMER, FIRST, SECOND]);
  // The favorite, two others, and "All".
  await expect(popup.getByRole('tablist', { name: 'Streamers' }).getByRole('tab')).toHaveCount(4);
});

for (const [what, isDeleted] of [
  ['suspended', false],
  ['deleted', true],
] as const) {
  test(`a streamer who is ${what} is explained, and leaves the others`, async ({ world }) => {
    await listenToSeveral(world, [STREAMER, FIRST, SECOND]);
    await world.admin.changeUser({ user: FIRST.id, gone: true });
    const removed = { broadcaster: FIRST.id, status: 'user_removed' };
    if (isDeleted) await world.admin.fault({ kind: 'revoke', ...removed });

    await world.restart();
    const popup = await openPopup(world);
    await expectListening(popup);
    await expectHeard(world, [STREAMER, SECOND]);
    await showTab(popup, FIRST.name);
    await expect(popup.getByText(GONE)).toBeVisible();
    const ids = await sendResubs(world.admin, 1, SECOND);
    await showTab(popup, SECOND.name);
    await expect(popup.getByText(GONE)).toBeHidden();
    await expect.poll(() => listedIds(popup)).toEqual(ids);
  });
}
