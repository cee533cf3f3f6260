import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { aFeed, anEndedFeed, SIGNED_OUT } from '@/tests/support/builders/feed';
import { openPopup } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const NO_STREAMER = aFeed({ favorite: null, connection: { state: 'no_favorite' } });

it.each([
  ['nobody is signed in', SIGNED_OUT, 'Step 1 of 3'],
  ['there is no streamer', NO_STREAMER, 'Step 2 of 3'],
])('says how far the set-up is while %s, with a link to it', async (_when, feed, step) => {
  await openPopup(feed);
  expect(screen.getByText(step)).toBeDefined();
  const link = screen.getByRole('link', { name: 'Open the set-up' });
  expect(link.getAttribute('href')).toBe('/welcome.html');
});

it.each([
  ['there is a streamer', aFeed()],
  ['Twitch has ended the sign-in', anEndedFeed()],
])('says nothing about the set-up once %s', async (_when, feed) => {
  await openPopup(feed);
  expect(screen.queryByText(/^Step/)).toBeNull();
});
