import { afterAll, beforeAll, expect, test } from 'vitest';
import { STREAMER } from '../../simulator/world/people/accounts.ts';
import { sendNotification } from '../support/events.ts';
import { click, type FirefoxWorld, startFirefoxWorld, waitFor } from '../support/firefox.ts';
import { listenInFirefox, openOwnPage } from '../support/firefox-steps.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  // The question is a window of the browser, out of reach for a test. Without it, Firefox allows what
  // is asked in a click, and still refuses what is asked at another time.
  world = await startFirefoxWorld({
    preferences: { 'extensions.webextOptionalPermissionPrompts': false },
  });
});

afterAll(async () => {
  await world?.close();
});

test('a user switches notifications on, and a raid is shown', async () => {
  await listenInFirefox(world, STREAMER.login);
  const options = await openOwnPage(world, 'options.html#notifications');
  await click(options, '::-p-aria(Notify me[role="switch"])');
  await waitFor(options, '::-p-aria(Raids[role="checkbox"])');

  await sendNotification(world.admin, { notice_type: 'raid', raid: { viewer_count: 612 } });
  // A Firefox without a screen ends each notification at once, and lists none. That one was shown is
  // stored only when Firefox has accepted it.
  const shown = async () =>
    await options.evaluate(async () => {
      const { told } = await Reflect.get(globalThis, 'browser').storage.session.get('told');
      return told?.news;
    });
  await expect.poll(shown, { timeout: 20_000 }).toMatchObject({
    [STREAMER.id]: { waiting: [], count: 1 },
  });
});
