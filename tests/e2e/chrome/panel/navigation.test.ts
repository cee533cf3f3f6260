import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

/** Expects the panel to be open, and to be so after another event, which renders it again. */
async function expectOpen({ admin }: World, channel: Page): Promise<void> {
  const panel = panelOn(channel);
  const fold = panel.getByRole('button', { name: 'Fold the panel' });
  await expect(fold).toBeVisible();
  const ids = await sendResubs(admin, 1);
  await expect.poll(async () => (await listedIds(panel))[0]).toBe(ids[0]);
  await expect(fold).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Watch stream' })).toBeHidden();
}

test('a link to a mail program and a download leave the panel open: nobody goes anywhere', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  for (const script of [
    "location.href = 'mailto:a@example.com'",
    `const link = document.createElement('a');
     link.href = '/jtv_user_pictures/demo_streamer-profile_image-300x300.png';
     link.setAttribute('download', 'avatar.png');
     document.body.append(link);
     link.click();`,
  ]) {
    await channel.evaluate(script);
    await expectOpen(world, channel);
  }
});

test('the panel is open again when the user comes back to the favorite’s page', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await channel.goto('https://www.twitch.tv/directory');
  await channel.goBack();
  await expectOpen(world, channel);
});
