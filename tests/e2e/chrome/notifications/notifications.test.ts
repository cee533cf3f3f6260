import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { sendNotification } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import {
  haveAllowedNotifications,
  noteNotifications,
  notificationIds,
  shownNotifications,
  untilDecided,
} from '../../support/notifications.ts';
import { expectListening } from '../../support/screens.ts';
import { listenTo, openChannel, openOptions, openPopup } from '../../support/steps.ts';

async function raid({ admin }: World, viewers: number): Promise<void> {
  await sendNotification(admin, { notice_type: 'raid', raid: { viewer_count: viewers } });
}

/** Switches notifications on as a user does who allows them. Returns the options. */
async function switchOn(world: World) {
  await listenTo(world, STREAMER.login);
  await haveAllowedNotifications(world);
  await expectListening(await openPopup(world));
  const options = await openOptions(world, 'notifications');
  await options.getByRole('switch', { name: 'Notify me' }).press('Space');
  await expect(options.getByRole('checkbox', { name: 'Raids' })).toBeChecked();
  await noteNotifications(world);
  return options;
}

test('a raid is shown, unless it is too small or the user sees the stream', {
  tag: '@waits',
}, async ({ world }) => {
  const options = await switchOn(world);
  const channel = await openChannel(world, STREAMER.login);
  await expect(channel.locator('streamer-event-panel')).toBeAttached();
  await raid(world, 500);
  await untilDecided(world, STREAMER.id);
  expect(await shownNotifications(world)).toEqual([]);

  await options.bringToFront();
  await raid(world, 49);
  await raid(world, 612);
  await expect.poll(() => shownNotifications(world), { timeout: 15_000 }).toHaveLength(1);
  const [shown] = await shownNotifications(world);
  expect(shown).toMatchObject({ id: `streamer:${STREAMER.login}`, title: STREAMER.name });
  expect(shown?.message).toMatch(/is raiding with 612 viewers$/);
  expect(await notificationIds(world)).toEqual([`streamer:${STREAMER.login}`]);
});

test('the section is accessible, and says if the browser does not allow notifications any more', async ({
  world,
}) => {
  const options = await switchOn(world);
  await expectAccessibleInBothThemes(options);
  await options.evaluate("chrome.permissions.remove({ permissions: ['notifications'] })");
  await expect(options.getByRole('alert')).toContainText('this browser does not allow them');
  const toggle = options.getByRole('switch', { name: 'Notify me' });
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect(options.getByRole('checkbox', { name: 'Raids' })).toBeChecked();
});
