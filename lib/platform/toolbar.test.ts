import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showBadge } from './toolbar';

it('shows text and title, and another color for a problem', async () => {
  const { action } = fakeBrowser;
  await showBadge({ text: '3', tone: 'count', title: 'unseen' }, '3 new events');
  expect(await action.getBadgeText({})).toBe('3');
  expect(await action.getTitle({})).toBe('3 new events');
  const countColor = await action.getBadgeBackgroundColor({});
  await showBadge({ text: '?', tone: 'alert', title: 'signed_out' }, 'Not signed in');
  expect(await action.getBadgeText({})).toBe('?');
  expect(await action.getTitle({})).toBe('Not signed in');
  expect(await action.getBadgeBackgroundColor({})).not.toEqual(countColor);
});
