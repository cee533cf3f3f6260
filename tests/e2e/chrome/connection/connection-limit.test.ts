import { signIn } from '../../../../tools/browser/steps.ts';
import { harnessOf } from '../../../simulator/testing/harness.ts';
import { expect, openChannel, openPopup, panelOn, test } from '../../support/fixtures.ts';

const EXPLANATION =
  /Three of your browsers or apps listen already, .* listening goes on here by itself/;

test('the fourth browser of one account says calmly why it hears nothing', async ({ world }) => {
  const others = harnessOf(world.simulator);
  const account = await others.signIn({ clientId: 'test-client', userId: '200' });
  for (let browser = 1; browser <= 3; browser += 1) await others.listen(account);

  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  await popup.getByLabel('Favorite streamer').fill('demo_streamer');
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('status')).toContainText(EXPLANATION);
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel).getByText(EXPLANATION)).toBeVisible();

  const { sessions } = await world.admin.state();
  const heard = sessions.filter(({ subscription_ids }) => subscription_ids.length > 0);
  expect(heard).toHaveLength(3);
});
