import { act, fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { type PanelChoice, panelChoiceItem } from '@/lib/settings/panel-choice';
import { aCheer } from '@/tests/support/builders/events';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { FAVORITE_PAGE, openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();
beforeEach(() => {
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = vi.fn<() => void>();
});

const { placement: PLACE } = FAVORITE_PAGE;
const fold = () => screen.queryByRole('button', { name: 'Fold the panel' });
const unfold = () => screen.getByRole('button', { name: /Show live events/ });
const stored = async (): Promise<PanelChoice> => await panelChoiceItem.getValue();

describe('the menu of the panel', () => {
  it('changes where the panel stands, for this layout', async () => {
    const choice = { stand: { theater: 'chat' } } as const;
    const { user } = await openPanel(aFeed(), { choice });
    await user.click(screen.getByRole('button', { name: 'Panel menu' }));
    const chosen = screen.getByRole('menuitemradio', { name: 'Beside the chat' });
    expect(chosen.getAttribute('aria-checked')).toBe('true');
    expect(document.activeElement).toBe(chosen);
    await user.click(screen.getByRole('menuitemradio', { name: 'Floating' }));
    expect(await stored()).toEqual({ stand: { theater: 'chat', normal: 'floating' } });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Panel menu' }));
  });

  it('closes with Escape, which does not fold the panel', async () => {
    const { user } = await openPanel(aFeed());
    await user.click(screen.getByRole('button', { name: 'Panel menu' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(fold()).not.toBeNull();
  });

  it('filters the list, and opens the history and the settings', async () => {
    const { user, send } = await openPanel(aFeed({ filter: DEFAULT_FILTER }));
    await user.click(screen.getByRole('button', { name: 'Panel menu' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Subs and cheers only' }));
    await user.click(screen.getByRole('menuitem', { name: 'History' }));
    await user.click(screen.getByRole('button', { name: 'Panel menu' }));
    await user.click(screen.getByRole('menuitem', { name: 'Settings' }));
    expect(send.sent).toEqual(
      expect.arrayContaining([
        ['feed/subsAndCheersOnly', { isOn: true, streamerId: '100' }],
        ['history/open', {}],
        ['options/open', { section: 'panel' }],
      ]),
    );
  });

  it('does nothing for a script of the page', async () => {
    const { user, send } = await openPanel(aFeed(), { isTrusted: false });
    await user.click(screen.getByRole('button', { name: 'Panel menu' }));
    expect(screen.queryByRole('menu')).toBeNull();
    expect(send.sent).toEqual([]);
  });
});

describe('the panel as a tab only', () => {
  const tab = { placement: { ...PLACE, stand: 'tab' } } as const;

  it('is folded whatever is stored, and open from a click until it is folded again', async () => {
    const { user, changePage } = await openPanel(aFeed(), {
      page: tab,
      choice: { onFavorite: 'open' },
    });
    expect(fold()).toBeNull();
    await user.click(unfold());
    await changePage({ ...tab, pathname: '/other_streamer' });
    expect(fold()).not.toBeNull();
    expect(await stored()).toEqual({ onFavorite: 'open' });
  });

  it('keeps the focus when it folds by this choice', async () => {
    const { user, changePage } = await openPanel(aFeed());
    await user.click(screen.getByRole('button', { name: 'Panel menu' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Tab only' }));
    await changePage(tab);
    expect(document.activeElement).toBe(unfold());
  });
});

describe('the panel on the chat', () => {
  const chat = { placement: { ...PLACE, stand: 'chat', hasRoom: false } } as const;

  it('is a line with the latest event, which is its name too', async () => {
    const rows = [aView(aCheer({ id: 'new' }))];
    await openPanel(aFeed({ rows, unseen: 2 }), { page: chat });
    const line = screen.getByRole('button', { name: /^Show live events, 2 new: .* cheered/ });
    expect(line.textContent).toMatch(/cheered.*2$/);
  });

  it('says what it is for before there is an event', async () => {
    await openPanel(aFeed(), { page: chat });
    expect(unfold().textContent).toBe('Recent events');
  });
});

describe('the panel where it is in the way', () => {
  it('folds while the player is scrolled away, unless the user unfolds it there', async () => {
    const { user, changePage } = await openPanel(aFeed());
    const away = { placement: { ...PLACE, isAway: true } };
    await changePage(away);
    expect(fold()).toBeNull();
    await user.click(unfold());
    expect(fold()).not.toBeNull();
    await changePage({});
    expect(fold()).not.toBeNull();
    await changePage(away);
    expect(fold()).toBeNull();
  });

  it('unfolds over everything for an explicit click only', async () => {
    const page = { placement: { ...PLACE, open: { ...PLACE.open, height: 0 } } };
    const { user } = await openPanel(aFeed(), { page, choice: { onFavorite: 'open' } });
    expect(fold()).toBeNull();
    await user.click(unfold());
    expect(fold()).not.toBeNull();
  });

  it('is dark over the video, and see-through as the user wants', async () => {
    const isOverVideo = { open: true, folded: true };
    const page = { theme: 'light', placement: { ...PLACE, isOverVideo } } as const;
    const { changePage } = await openPanel(aFeed(), { page, choice: { opacity: 85 } });
    const frame = screen.getByRole('region').parentElement;
    expect(frame?.dataset.theme).toBe('dark');
    expect(frame?.style.getPropertyValue('--opacity')).toBe('85%');
    await changePage({ theme: 'light' });
    expect(frame?.dataset.theme).toBe('light');
    expect(frame?.style.getPropertyValue('--opacity')).toBe('');
  });
});

describe('the floating panel', () => {
  const floating = { placement: { ...PLACE, stand: 'floating' } } as const;
  const handle = () => screen.getByRole('button', { name: 'Move or resize the panel' });

  it('moves and grows by keys, and goes back with Home', async () => {
    const { user } = await openPanel(aFeed(), { page: floating });
    handle().focus();
    await user.keyboard('{ArrowLeft}');
    const moved = (await stored()).floating?.normal;
    expect(moved).toMatchObject({ width: 320, height: 500 });
    // 16 px to the left of 698, in 8 to 1038.
    expect(moved?.x).toBeCloseTo((698 - 16 - 8) / 1030, 5);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect((await stored()).floating?.normal).toMatchObject({ width: 320, height: 516 });
    await user.keyboard('{Home}');
    expect((await stored()).floating).toEqual({});
  });

  it('follows the pointer, and stays where it is dropped', async () => {
    await openPanel(aFeed(), { page: floating });
    const grip = handle();
    grip.setPointerCapture = vi.fn<(id: number) => void>();
    fireEvent.pointerDown(grip, { button: 0, clientX: 700, clientY: 70 });
    fireEvent.pointerMove(grip, { clientX: 600, clientY: 170 });
    const frame = screen.getByRole('region').parentElement;
    await vi.waitFor(() => expect(frame?.style.getPropertyValue('--top')).toBe('158px'));
    expect(frame?.style.getPropertyValue('--right')).toBe('448px');
    fireEvent.pointerUp(grip);
    await vi.waitFor(async () => expect((await stored()).floating?.normal).toBeDefined());
  });

  it('is moved by no script of the page', async () => {
    const { user } = await openPanel(aFeed(), { page: floating, isTrusted: false });
    handle().focus();
    await user.keyboard('{ArrowLeft}');
    expect(await stored()).toEqual({});
  });
});

describe('a moment in fullscreen', () => {
  const moment = aView(aCheer({ id: 'moment', viewer_name: 'Moss' }));
  const rows = [{ ...moment, weight: 'moment' } as const];
  const text = () => screen.queryByText(/cheered/)?.textContent ?? null;

  it('is shown if the user wants it', async () => {
    const choice = { showsMomentsInFullscreen: true, onFavorite: 'folded' } as const;
    const { changePage } = await openPanel(aFeed(), { choice });
    await changePage({ isFullscreen: true });
    expect(text()).toBeNull();
    await act(() => storeFeed(aFeed({ rows })));
    await vi.waitFor(() => expect(text()).not.toBeNull());
  });

  it('is not shown by default', async () => {
    const { changePage } = await openPanel(aFeed(), { choice: { onFavorite: 'folded' } });
    await changePage({ isFullscreen: true });
    await act(() => storeFeed(aFeed({ rows })));
    expect(text()).toBeNull();
  });

  it('is not shown if it was there before', async () => {
    const choice = { showsMomentsInFullscreen: true, onFavorite: 'folded' } as const;
    const { changePage } = await openPanel(aFeed({ rows }), { choice });
    await changePage({ isFullscreen: true });
    expect(text()).toBeNull();
  });
});
