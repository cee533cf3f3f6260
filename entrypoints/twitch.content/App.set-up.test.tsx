import { act, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { aFeed, SIGNED_OUT, storeFeed } from '@/tests/support/builders/feed';
import { FAVORITE_PAGE, openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const NO_STREAMER = aFeed({ favorite: null, connection: { state: 'no_favorite' } });
const tab = () => screen.queryByRole('button', { name: 'Set up StreamerEventViewer' });
const fold = () => screen.queryByRole('button', { name: 'Fold the panel' });

describe('the panel until it is set up', () => {
  it.each([
    ['before the sign-in', SIGNED_OUT, {}],
    ['before there is a streamer', NO_STREAMER, {}],
    ['if the user once left it open', NO_STREAMER, { elsewhere: 'open', onFavorite: 'open' }],
  ] as const)('is a tab that says so %s', async (_name, feed, choice) => {
    await openPanel(feed, { choice, isUnfolded: false });
    expect(tab()?.textContent).toBe('Set up');
    expect(fold()).toBeNull();
  });

  it('unfolds on request, which is not stored, and stays so from page to page', async () => {
    const { user, goTo } = await openPanel(SIGNED_OUT);
    expect(screen.getByRole('button', { name: 'Sign in with Twitch' })).toBeDefined();
    await goTo('/other_streamer');
    expect(fold()).not.toBeNull();
    expect(await panelChoiceItem.getValue()).toEqual({});
    await user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    expect(tab()).not.toBeNull();
    expect(await panelChoiceItem.getValue()).toEqual({});
  });

  it('does not fold with the last step, even where it would not unfold by itself', async () => {
    const { placement } = FAVORITE_PAGE;
    const page = { placement: { ...placement, hasRoom: false } };
    const { changePage } = await openPanel(NO_STREAMER, { page });
    await act(() => storeFeed(aFeed()));
    expect(fold()).not.toBeNull();
    await changePage({ ...page, pathname: '/demo_streamer/videos' });
    expect(fold()).toBeNull();
  });
});
