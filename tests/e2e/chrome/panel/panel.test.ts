import { sendResubs } from '../../support/events.ts';
import { expect, listedIds, listenTo, openChannel, panelOn, test } from '../../support/fixtures.ts';

test('the panel shows the ten newest of 25 events within a second', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel).getByRole('status')).toHaveText('Listening for events');
  const ids = await sendResubs(world.admin, 25);
  await expect
    .poll(() => listedIds(panelOn(channel)), { timeout: 1000, intervals: [50] })
    .toEqual(ids.slice(-10).toReversed());
});

test('the panel stays through page changes inside Twitch', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const [id] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([id]);

  await channel.evaluate("window.simulator.navigate('/other_streamer')");
  await channel.waitForURL('**/other_streamer');
  await expect(panelOn(channel)).toBeVisible();
  await expect(panelOn(channel).getByRole('list', { name: 'Recent events' })).toBeHidden();

  await channel.evaluate("window.simulator.navigate('/demo_streamer')");
  await channel.waitForURL('**/demo_streamer');
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([id]);
  await expect(panelOn(channel)).toHaveCount(1);
});

test('the panel never moves or resizes what is Twitch’s', async ({ world }) => {
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

test('the panel lets a visitor sign in and follow the channel they are on', async ({ world }) => {
  const { context, page, origin } = world.browser;
  await page.goto(`${origin}/options.html`);
  await page.getByRole('textbox', { name: 'Client ID' }).fill('test-client');
  await page.getByRole('button', { name: 'Save' }).click();
  const channel = await openChannel(world, 'demo_streamer');
  const opened = context.waitForEvent('page');
  await panelOn(channel).getByRole('button', { name: 'Sign in with Twitch' }).click();
  await (await opened).getByRole('button', { name: 'Authorize' }).click();
  await panelOn(channel)
    .getByRole('button', { name: /Make demo_streamer my favorite/i })
    .click();
  await expect(panelOn(channel).getByRole('status')).toHaveText('Listening for events');
});

test('a click that a page script makes up does nothing', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'other_streamer');
  await panelOn(channel).getByRole('button').first().click();
  const make = panelOn(channel).getByRole('button', { name: /Make other_streamer my favorite/i });
  await make.evaluate((button: HTMLElement) => button.click());
  await expect(make).toBeEnabled();
  const requests = (await world.admin.state()).requests['/helix/users'];
  await make.click();
  await expect(panelOn(channel).getByRole('status')).toHaveText('Listening for events');
  expect((await world.admin.state()).requests['/helix/users']).toBe((requests ?? 0) + 1);
});
