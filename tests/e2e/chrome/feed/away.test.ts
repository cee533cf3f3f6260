import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { createViewer, sendNotification, sendResubs } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { badgeText, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel, openPopup } from '../../support/steps.ts';

const MINUTE = 60_000;

/** Sends as many resubs while the popup is closed, the first of them an hour ago. */
async function missResubs(world: World, count: number): Promise<void> {
  await closePopup(world);
  for (let number = 1; number <= count; number += 1) {
    const time = new Date(Date.now() - (61 - number) * MINUTE).toISOString();
    const resub = { notice_type: 'resub', chatter: createViewer(number) };
    await sendNotification(world.admin, resub, time);
  }
  await expect.poll(() => badgeText(world)).toBe(String(count));
}

test('what was missed is summed up in popup and panel until the user dismisses it', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await missResubs(world, 6);
  const popup = await openPopup(world);
  const cardIn = (screen: ReturnType<typeof panelOn>) =>
    screen.getByRole('region', { name: 'While you were away' });
  const card = cardIn(popup.locator('body'));
  await expect(card).toContainText('6 new since');
  await expect(card).toContainText('6 subs');
  await expectAccessibleInBothThemes(popup);
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  await expect(cardIn(panel)).toContainText('6 new since');
  expect(await badgeText(world)).toBe('6');

  await cardIn(panel).getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(cardIn(panel)).toBeHidden();
  await expect(panel.getByRole('listitem')).toHaveCount(6);
  await expect.poll(() => badgeText(world)).toBe('');
  await expect(card).toBeHidden();
});

test.describe('all that was missed is listed on demand', () => {
  test.beforeEach(async ({ world }) => {
    await listenTo(world, 'demo_streamer');
    await missResubs(world, 35);
  });

  async function expectAll(screen: ReturnType<typeof panelOn>): Promise<void> {
    await screen.getByRole('button', { name: 'Show all' }).press('Enter');
    await expect(screen.getByRole('region', { name: 'While you were away' })).toBeHidden();
    await expect(screen.locator('[data-event-id]')).toHaveCount(35);
  }

  test('in the popup', async ({ world }) => {
    const popup = await openPopup(world);
    await expectAll(popup.locator('body'));
    await expect(popup.getByText(/^35 new since/)).toBeAttached();
  });

  test('in the panel', async ({ world }) => {
    await expectAll(panelOn(await openChannel(world, 'demo_streamer')));
  });
});

test('everything is marked as seen with one click, and taken back with another', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.setViewportSize({ width: 380, height: 480 });
  await closePopup(world);
  await sendResubs(world.admin, 24);
  await expect.poll(() => badgeText(world)).toBe('24');
  await openPopup(world);
  await expect.poll(() => badgeText(world)).not.toBe('24');
  const left = await badgeText(world);
  await popup.getByRole('button', { name: 'Mark all as seen' }).press('Enter');
  await expect.poll(() => badgeText(world)).toBe('');
  const undo = popup.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  // The user has scrolled down to the button, so some rows more were on screen.
  await expect.poll(() => badgeText(world)).not.toBe('');
  expect(Number(await badgeText(world))).toBeLessThanOrEqual(Number(left));
  await expect(popup.getByRole('button', { name: 'Mark all as seen' })).toBeFocused();
});
