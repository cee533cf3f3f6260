import type { Locator, Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, testSignedOut as test } from '../../support/fixtures.ts';
import { expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel, openPopup, signInAgain } from '../../support/steps.ts';

/** Waits until a screen shows the favorite and its rows, and asks for a sign-in. */
async function expectEnded(screen: Page | Locator, ids: string[]): Promise<void> {
  await expect(screen.getByText(/^Last heard \d/)).toBeVisible();
  await expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
  await expect(screen.getByRole('alert')).toContainText('no longer valid');
  const button = screen.getByRole('button', { name: /sign in/i });
  await expect(button).toHaveCount(1);
  // All of it, although the panel has little room on a small screen.
  await expect(button).toBeInViewport({ ratio: 1 });
  await expect.poll(() => listedIds(screen)).toEqual(ids);
}

test('when Twitch ends the sign-in, streamer and rows stay, also after a restart', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await channel.setViewportSize({ width: 1366, height: 768 });
  const ids = (await sendResubs(world.admin, 6)).toReversed();
  await expect.poll(() => listedIds(panelOn(channel))).toEqual(ids);
  await world.admin.fault({ kind: 'expire' });
  await world.admin.fault({ kind: 'revoke', status: 'authorization_revoked' });
  await expectEnded(popup, ids);
  await expectEnded(panelOn(channel), ids);
  await expectAccessibleInBothThemes(popup);

  await world.restart();
  const next = await openPopup(world);
  await expectEnded(next, ids);
  await expectEnded(panelOn(await openChannel(world, 'demo_streamer')), ids);
  await signInAgain(next);
  await expectListening(next);
  await expect(next.getByText(/^Last heard/)).toHaveCount(0);
});
