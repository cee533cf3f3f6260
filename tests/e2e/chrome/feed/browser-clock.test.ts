import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { eventList, expectListening, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, openPopup } from '../../support/steps.ts';

// The texts stay English, but a British clock has 24 hours.
test.use({ start: { otherExtensions: [], args: [], locale: 'en-GB' } });

test("a gap has the times of the browser's own clock, in popup and panel", async ({ world }) => {
  const before = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 1);
  await expect(eventList(before).getByRole('listitem')).toHaveCount(1);
  await world.restart();
  const popup = await openPopup(world);
  await expectListening(popup);
  await sendResubs(world.admin, 1);
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  for (const screen of [popup, panel]) {
    await expect(
      eventList(screen).getByText(/^Not listening from \d\d:\d\d to \d\d:\d\d \(/),
    ).toBeVisible();
  }
});
