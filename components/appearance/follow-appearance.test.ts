import { beforeEach, expect, it } from 'vitest';
import { type Appearance, DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import { feedIndexItem } from '@/lib/settings/feed-item';
import { aFeedIndex } from '@/tests/support/builders/feed';
import { until } from '@/tests/support/until';
import { followAppearance, showAppearance } from './follow-appearance';

const page = document.documentElement;
const DARK: Appearance = { textSize: 'large', theme: 'dark' };

beforeEach(() => {
  localStorage.clear();
  showAppearance(DEFAULT_APPEARANCE);
});

const publish = (appearance: Appearance) => feedIndexItem.setValue(aFeedIndex({ appearance }));

it('follows the choice of the user, also back to the theme of the browser', async () => {
  followAppearance();
  await publish(DARK);
  await until(() => expect(page.dataset).toMatchObject({ textSize: 'large', theme: 'dark' }));
  await publish(DEFAULT_APPEARANCE);
  await until(() => expect(page.dataset.textSize).toBe('normal'));
  expect(page.hasAttribute('data-theme')).toBe(false);
});

it('shows the last choice at once on the next start', () => {
  showAppearance(DARK);
  page.removeAttribute('data-theme');
  followAppearance();
  expect(page.dataset.theme).toBe('dark');
});

it('keeps to the default where what is kept cannot be read', () => {
  localStorage.setItem('appearance', '{');
  followAppearance();
  expect(page.hasAttribute('data-theme')).toBe(false);
});
