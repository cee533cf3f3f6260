import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { badgeText, eventRows, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel, openPopup, signOut } from '../../support/steps.ts';

test('the badge counts unseen events, and opening the popup clears it', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 3);
  await expect.poll(() => badgeText(world)).toBe('3');
  await openPopup(world);
  await expect.poll(() => badgeText(world)).toBe('');
});

test('only the rows on screen count as seen, and a badge of 61 leads to 61 rows', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 61);
  await expect.poll(() => badgeText(world)).toBe('61');
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel)).toBeVisible();
  await expect.poll(() => badgeText(world)).toMatch(/^5\d$/);
  const popup = await openPopup(world);
  const line = popup.getByRole('separator', { name: /^5\d new$/ });
  await expect(line).toBeVisible();
  const older = popup.getByRole('button', { name: 'Show older' });
  for (const count of [20, 30, 40, 50, 60, 61]) {
    await older.click();
    await expect(eventRows(popup)).toHaveCount(count);
  }
  await expect(older).toBeHidden();
  await eventRows(popup).last().scrollIntoViewIfNeeded();
  await expect.poll(() => badgeText(world)).toBe('');
});

test('everything can be marked as seen at once', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 21);
  await expect.poll(() => badgeText(world)).toBe('21');
  const popup = await openPopup(world);
  await popup.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect.poll(() => badgeText(world)).toBe('');
  await expect(popup.getByRole('button', { name: 'Mark all as seen' })).toBeHidden();
});

test('an open panel in a visible tab clears the badge', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 5);
  await expect.poll(() => badgeText(world)).toBe('5');
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel)).toBeVisible();
  await expect.poll(() => badgeText(world)).toBe('');
});

test('the badge shows different signs while disconnected and while signed out', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await world.admin.fault({ kind: 'offline' });
  await expect.poll(() => badgeText(world)).toBe('…');
  await world.admin.fault({ kind: 'clear' });
  await expect.poll(() => badgeText(world)).toBe('');
  await signOut(popup);
  await expect.poll(() => badgeText(world)).toBe('?');
});
