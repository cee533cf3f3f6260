import { harnessOf } from '../../../simulator/testing/harness.ts';
import { expect, test } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import { chooseFavorite, openChannel, setUpSignedIn } from '../../support/steps.ts';

const EXPLANATION =
  /Three of your browsers or apps listen already, .* listening goes on here by itself/;

test('the fourth browser of an account explains why it does not listen', async ({ world }) => {
  const otherBrowsers = harnessOf(world.simulator);
  const account = await otherBrowsers.signIn({ clientId: 'test-client', userId: '200' });
  for (let browser = 1; browser <= 3; browser += 1) await otherBrowsers.listen(account);

  const popup = await setUpSignedIn(world);
  await chooseFavorite(popup, 'demo_streamer');
  await expect(popup.getByRole('status')).toContainText(EXPLANATION);
  const channel = await openChannel(world, 'demo_streamer');
  await expect(panelOn(channel).getByText(EXPLANATION)).toBeVisible();

  const { sessions } = await world.admin.state();
  const listening = sessions.filter(({ subscription_ids }) => subscription_ids.length > 0);
  expect(listening).toHaveLength(3);
});
