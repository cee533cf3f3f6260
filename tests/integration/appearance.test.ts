import { expect, it } from 'vitest';
import { type Appearance, DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import { storeSettings } from '@/lib/settings/settings';
import { runBackground } from '@/tests/support/running/running-background';

const DARK: Appearance = { textSize: 'large', theme: 'dark' };

it('tells the screens how they look, also after a change while nothing was running', async () => {
  const { background, waitForFeed, restart } = await runBackground();
  await storeSettings({ appearance: DARK });
  await background.settingsChanged();
  await waitForFeed(({ appearance }) => expect(appearance).toEqual(DARK));
  await storeSettings({ appearance: DEFAULT_APPEARANCE });
  const next = await restart();
  await next.background.start();
  await next.waitForFeed(({ appearance }) => expect(appearance).toEqual(DEFAULT_APPEARANCE));
});
