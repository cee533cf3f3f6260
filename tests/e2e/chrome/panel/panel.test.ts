import { enterClientId } from '../../../../tools/browser/steps.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, testSignedOut } from '../../support/fixtures.ts';
import { eventList, expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { answerTwitch, clickToOpen, listenTo, openChannel } from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';

test('the panel lists the ten newest of 25 events', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  const ids = await sendResubs(world.admin, 25);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual(ids.slice(-10).toReversed());
});

test('the panel stays when the user goes from page to page on Twitch', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const [id] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([id]);

  await channel.evaluate("window.simulator.navigate('/other_streamer')");
  await channel.waitForURL('**/other_streamer');
  await expect(panelOn(channel)).toBeVisible();
  await expect(eventList(panelOn(channel))).toBeHidden();

  await channel.evaluate("window.simulator.navigate('/demo_streamer')");
  await channel.waitForURL('**/demo_streamer');
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([id]);
  await expect(panelOn(channel)).toHaveCount(1);
});

test('the panel never moves or resizes parts of Twitch’s page', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel)).toBeVisible();
  const boxes = () =>
    channel
      .locator('.channel-root__right-column, .channel-root__player, #side-nav')
      .evaluateAll((elements) =>
        elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
      );
  const withPanel = await boxes();
  await channel.locator('streamer-event-panel').evaluate((host) => {
    host.style.setProperty('display', 'none', 'important');
  });
  expect(await boxes()).toEqual(withPanel);
});

testSignedOut(
  'the user can sign in on the panel and make the shown channel the favorite',
  async ({ world }) => {
    const { page, origin } = world.browser;
    await enterClientId(page, origin, 'test-client');
    const channel = await openChannel(world, 'demo_streamer');
    const panel = panelOn(channel);
    await panel.getByRole('button', { name: 'Set up StreamerEventViewer' }).click();
    const twitch = await clickToOpen(panel.getByRole('button', { name: 'Sign in with Twitch' }));
    await answerTwitch(twitch, 'Authorize');
    await panel.getByRole('button', { name: /Make demo_streamer my favorite/i }).click();
    await expectListening(panel);
  },
);

test('a click that a script of the page simulates does nothing', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const panel = panelOn(await openChannel(world, 'other_streamer'));
  await panel.getByRole('button').first().click();
  const listenToo = panel.getByRole('button', { name: 'Also listen to other_streamer' });
  await listenToo.evaluate((button: HTMLElement) => button.click());
  await expect(listenToo).toBeEnabled();
  const lookups = await requestCount(world, '/helix/users');
  await listenToo.click();
  await expect.poll(() => requestCount(world, '/helix/users')).toBe(lookups + 1);
  await expectListening(panel);
  expect(await requestCount(world, '/helix/users')).toBe(lookups + 1);
});
