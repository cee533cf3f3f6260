import { chatMessage } from '../../../simulator/shapes/chat/chat-message.ts';
import { withoutKeys } from '../../../simulator/shapes/event-shape.ts';
import { sendNotification } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { eventRows, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

const AMIRA = { id: '7001', login: 'amira_', name: 'אמירה' };

test('names are told true: right to left, anonymous, and without the streamer', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  await sendNotification(world.admin, { notice_type: 'sub', chatter: AMIRA });
  await sendNotification(world.admin, {
    notice_type: 'gift_paid_upgrade',
    gift_paid_upgrade: { gifter_is_anonymous: true },
  });
  await world.admin.sendEvent({
    type: 'channel.chat.message',
    event: withoutKeys(
      chatMessage({ bits: 200, message: 'hello' }),
      'broadcaster_user_name',
      'message.fragments.type',
    ),
  });
  for (const screen of [popup, panelOn(channel)]) {
    const rows = eventRows(screen);
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText('Demo_Viewer cheered 200 bits');
    await expect(rows.nth(1)).toContainText('is continuing the gift sub from an anonymous gifter');
    await expect(rows.nth(2)).toContainText('אמירה (amira_) subscribed at Tier 1');
    const login = rows.nth(2).locator('bdi', { hasText: 'amira_' });
    // The browser puts the end of the login at its right, before the bracket.
    expect(await login.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  }
});
