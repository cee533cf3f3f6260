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

test('an open panel in a visible tab clears the badge', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  await sendResubs(world.admin, 120);
  await expect.poll(() => badgeText(world)).toBe('99+');
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
