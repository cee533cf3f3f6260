import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { expectHeard, listenToSeveral } from '../../support/several.ts';
import { openChannel, openPopup } from '../../support/steps.ts';
import { sessionIds } from '../../support/twitch.ts';

const OTHERS = moreStreamers(2);
const [FIRST = STREAMER, SECOND = STREAMER] = OTHERS;

test('the panel on somebody else’s page adds them to the list, and undo removes them', async ({
  world,
}) => {
  await listenToSeveral(world, [STREAMER, FIRST]);
  const channel = await openChannel(world, SECOND.login);
  const panel = panelOn(channel);
  await panel.getByRole('button').first().click();
  const listenToo = panel.getByRole('button', { name: `Also listen to ${SECOND.name}` });
  await listenToo.click();
  await expectHeard(world, [STREAMER, FIRST, SECOND]);
  const ids = await sendResubs(world.admin, 2, SECOND);
  await expect.poll(() => listedIds(panel)).toEqual(ids.toReversed());

  await panel.getByRole('button', { name: 'Undo' }).click();
  await expectHeard(world, [STREAMER, FIRST]);
  await expect(listenToo).toBeVisible();
  const popup = await openPopup(world);
  await expect(popup.getByRole('combobox', { name: 'Favorite streamer' })).toHaveValue(
    STREAMER.login,
  );
  await expectListening(popup);
  expect(await sessionIds(world)).toHaveProperty('size', 1);
});

test('the panel shows the streamer of the page, if they are in the list', async ({ world }) => {
  await listenToSeveral(world, [STREAMER, FIRST]);
  const ofFavorite = await sendResubs(world.admin, 1);
  const ofFirst = await sendResubs(world.admin, 2, FIRST);
  const channel = await openChannel(world, FIRST.login);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual(ofFirst.toReversed());
  await channel.evaluate(`window.simulator.navigate('/${STREAMER.login}')`);
  await channel.waitForURL(`**/${STREAMER.login}`);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual(ofFavorite);
});
