import { sendNotification, sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { eventRows, listedIds, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel } from '../../support/steps.ts';

test('the panel holds still under the pointer, and pages back through the log', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  const [newest] = (await sendResubs(world.admin, 25)).toReversed();
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  const first = eventRows(panel).first();
  await expect(first).toHaveAttribute('data-event-id', newest ?? '');
  await first.hover();
  const place = await first.boundingBox();
  // One by one, each is dated now: together, they could be older than the last one before.
  const added: string[] = [];
  for (let count = 0; count < 3; count += 1) added.push(...(await sendResubs(world.admin, 1)));
  const waiting = panel.getByRole('button', { name: '3 new' });
  await expect(waiting).toBeVisible();
  await expect(first).toHaveAttribute('data-event-id', newest ?? '');
  expect(await first.boundingBox()).toEqual(place);
  await waiting.click();
  await expect(waiting).toBeHidden();
  await expect(eventRows(panel).first()).toBeFocused();
  const top = async () => (await listedIds(panel)).slice(0, 4);
  await expect.poll(top).toEqual([...added.toReversed(), newest]);

  const older = panel.getByRole('button', { name: 'Show older' });
  for (const count of [20, 28]) {
    await older.click();
    await expect(eventRows(panel)).toHaveCount(count);
  }
  await expect(older).toBeHidden();
});

test('events are hidden from a row of the panel, and shown again', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 1);
  await sendNotification(world.admin, { notice_type: 'raid' });
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  await expect(eventRows(panel)).toHaveCount(2);
  // The first row is the tab stop. Its menu opens with Enter, as there is no recording.
  await eventRows(panel).first().focus();
  await channel.keyboard.press('Enter');
  const hide = panel.getByRole('menuitem', { name: 'Hide events like this' });
  await expect(hide).toBeVisible();
  await channel.keyboard.press('End');
  await channel.keyboard.press('ArrowUp');
  await expect(hide).toBeFocused();
  await channel.keyboard.press('Enter');
  await expect(eventRows(panel)).toHaveCount(1);
  const undo = panel.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await channel.keyboard.press('Enter');
  await expect(eventRows(panel)).toHaveCount(2);
  await expect(undo).toBeHidden();
});
