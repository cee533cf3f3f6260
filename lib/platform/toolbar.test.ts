import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showBadge } from './toolbar';

it('puts text and title on the button, and colours apart for what is wrong', async () => {
  const { action } = fakeBrowser;
  await showBadge({ text: '3', tone: 'count', title: 'unseen' }, '3 new events');
  expect(await action.getBadgeText({})).toBe('3');
  expect(await action.getTitle({})).toBe('3 new events');
  const counted = await action.getBadgeBackgroundColor({});
  await showBadge({ text: '?', tone: 'alert', title: 'signed_out' }, 'Not signed in');
  expect(await action.getBadgeText({})).toBe('?');
  expect(await action.getTitle({})).toBe('Not signed in');
  expect(await action.getBadgeBackgroundColor({})).not.toEqual(counted);
});
