import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { badgeText, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel, openPopup, signOut } from '../../support/steps.ts';

test('the badge counts unseen events, and opening the popup clears it', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 3);
  await expect.poll(() => badgeText(world)).toBe('3');
  await openPopup(world);
  await expect.poll(() => badgeText(world)).toBe('');
});

test('only the rows on screen count as seen, and older ones can be shown', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 61);
  await expect.poll(() => badgeText(world)).toBe('61');
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel)).toBeVisible();
  await expect.poll(() => badgeText(world)).toBe('51');
  const popup = await openPopup(world);
  await popup.getByRole('button', { name: 'Show older' }).click();
  await expect.poll(() => badgeText(world)).toBe('41');
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
