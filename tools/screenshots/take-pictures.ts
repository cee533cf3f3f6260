import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityViolations } from '../../tests/e2e/support/accessibility.ts';
import { applyLook, settle } from './looks.ts';
import type { Picture } from './plan.ts';
import { applyTheme, SCREENS, type Screen, type ScreenName } from './screens.ts';
import type { Stage } from './world.ts';

/** A picture, and why it could not be taken; `null` if it was. */
interface Taken {
  file: string;
  problem: string | null;
  /** What axe finds on the screen. */
  violations: string[];
}

/** Takes a picture, and returns what axe finds on the screen. */
async function take(page: Page, { screen, theme, file }: Picture<ScreenName>, folder: string) {
  await applyTheme(page, theme);
  await settle(page);
  const { isWhole = false, within }: Screen = SCREENS[screen];
  const path = join(folder, file);
  await page.screenshot({ path, fullPage: isWhole, animations: 'disabled', scale: 'device' });
  return await accessibilityViolations(page, within);
}

/** Takes the pictures one after the other. Those of one look share a page. */
export async function* takePictures(
  stage: Stage,
  pictures: readonly Picture<ScreenName>[],
  folder: string,
): AsyncGenerator<Taken> {
  const looks = Map.groupBy(pictures, ({ screen, look }) => `${screen} ${look.name}`);
  for (const ofLook of looks.values()) {
    const [first] = ofLook;
    if (first === undefined) continue;
    let page: Page | undefined;
    for (const picture of ofLook) {
      const { file } = picture;
      try {
        if (page === undefined) {
          page = await SCREENS[first.screen].open(stage);
          await applyLook(page, first.look);
        }
        yield { file, problem: null, violations: await take(page, picture, folder) };
      } catch (error) {
        yield { file, problem: String(error), violations: [] };
      }
    }
    await page?.close();
  }
}
