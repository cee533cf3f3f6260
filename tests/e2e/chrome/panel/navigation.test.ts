import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

/** Expects the panel to be open, and to stay so for longer than one measurement of the page. */
async function expectOpen(channel: Page): Promise<void> {
  const fold = panelOn(channel).getByRole('button', { name: 'Fold the panel' });
  await expect(fold).toBeVisible();
  await channel.waitForTimeout(1500);
  await expect(fold).toBeVisible();
  await expect(panelOn(channel).getByRole('link', { name: 'Watch stream' })).toBeHidden();
}

for (const [name, script] of [
  ['a link to a mail program', "location.href = 'mailto:a@example.com'"],
  [
    'a download',
    `const link = document.createElement('a');
     link.href = '/jtv_user_pictures/demo_streamer-profile_image-300x300.png';
     link.setAttribute('download', 'avatar.svg');
     document.body.append(link);
     link.click();`,
  ],
] as const) {
  test(`${name} leaves the panel open, because no navigation happens`, async ({ world }) => {
    await listenTo(world, 'demo_streamer');
    const channel = await openChannel(world, 'demo_streamer');
    await expectListening(panelOn(channel));
    await channel.evaluate(script);
    await expectOpen(channel);
  });
}

test('the panel is open again when the user comes back to the favorite’s page', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await expectListening(panelOn(channel));
  await channel.goto('https://www.twitch.tv/directory');
  await channel.goBack();
  await expectOpen(channel);
});
