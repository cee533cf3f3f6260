import { sendResubs } from '../../support/events.ts';
import { badgeText, expect, listenTo, openChannel, panelOn, test } from '../../support/fixtures.ts';

test('the badge counts what nobody has seen and is cleared by the popup', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.goto('about:blank');
  await sendResubs(world.admin, 3);
  await expect.poll(() => badgeText(world)).toBe('3');
  await popup.goto(`${world.browser.origin}/popup.html`);
  await expect.poll(() => badgeText(world)).toBe('');
});

test('the badge is cleared by an open panel in a visible tab', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.goto('about:blank');
  await sendResubs(world.admin, 120);
  await expect.poll(() => badgeText(world)).toBe('99+');
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel)).toBeVisible();
  await expect.poll(() => badgeText(world)).toBe('');
});

test('the badge tells signed out and disconnected apart', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await world.admin.fault({ kind: 'offline' });
  await expect.poll(() => badgeText(world)).toBe('…');
  await world.admin.fault({ kind: 'clear' });
  await expect.poll(() => badgeText(world)).toBe('');
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => badgeText(world)).toBe('?');
});
