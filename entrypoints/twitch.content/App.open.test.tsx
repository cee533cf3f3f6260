import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { FAVORITE_PAGE, openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const fold = () => screen.queryByRole('button', { name: 'Fold the panel' });
const unfold = () => screen.queryByRole('button', { name: /Show live events/ });

describe('the panel: open or folded', () => {
  it.each([
    ['open on the favorite’s page', '/demo_streamer', {}, true],
    ['open on the favorite’s other pages', '/demo_streamer/videos', {}, true],
    ['folded on another channel', '/other_streamer', {}, false],
    ['folded on pages that belong to no channel', '/directory/following', {}, false],
    ['folded on a popout chat', '/popout/demo_streamer/chat', {}, false],
    ['folded in the mod view', '/moderator/demo_streamer', {}, false],
    ['folded if the user has chosen so', '/demo_streamer', { onFavorite: 'folded' }, false],
    ['open if the user has chosen so', '/other_streamer', { elsewhere: 'open' }, true],
  ] as const)('is %s', async (_name, pathname, choice, isOpen) => {
    await openPanel(aFeed(), { page: { pathname }, choice });
    expect(fold() !== null).toBe(isOpen);
    expect(unfold() === null).toBe(isOpen);
  });

  it.each([
    ['folded where it would cover too much', {}, 300, false],
    ['open there if the user has chosen so', { onFavorite: 'open' }, 300, true],
    ['folded if it fits nowhere, whatever the choice', { onFavorite: 'open' }, 0, false],
  ] as const)('is %s', async (_name, choice, height, isOpen) => {
    const { placement } = FAVORITE_PAGE;
    const narrow = { ...placement, hasRoom: false, open: { ...placement.open, height } };
    await openPanel(aFeed(), { page: { placement: narrow }, choice });
    expect(fold() !== null).toBe(isOpen);
  });

  it('changes with the page and stores the choice', async () => {
    const { goTo, user } = await openPanel(aFeed());
    await goTo('/other_streamer');
    await user.click(screen.getByRole('button', { name: /Show live events/ }));
    expect(await screen.findByRole('button', { name: 'Fold the panel' })).toBeDefined();
    expect(await panelChoiceItem.getValue()).toEqual({ elsewhere: 'open' });
  });

  it('shows the number of new events on the folded tab', async () => {
    await openPanel(aFeed({ unseen: 120 }), { page: { pathname: '/other_streamer' } });
    expect(unfold()?.textContent).toBe('99+');
    expect(unfold()?.getAttribute('aria-label')).toBe('Show live events, 120 new');
  });

  it('uses the theme of the page', async () => {
    await openPanel(aFeed(), { page: { theme: 'light' } });
    expect(screen.getByRole('region').parentElement?.dataset.theme).toBe('light');
  });

  it('hides in fullscreen and marks no events as seen', async () => {
    const { send, changePage } = await openPanel(aFeed({ newestSeq: 1 }));
    await waitFor(() => expect(send.sent).toHaveLength(1));
    await changePage({ isFullscreen: true });
    expect(screen.queryByRole('region')).toBeNull();
    await act(() => storeFeed(aFeed({ newestSeq: 2 })));
    expect(send.sent).toHaveLength(1);
  });
});
