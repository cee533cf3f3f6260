import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import type { IndexedStreamer, Unseen } from '@/lib/settings/feed';
import { setUpScreen } from '@/tests/support/screens/screen';
import { StreamerTabs } from './StreamerTabs';

setUpScreen();

function aStreamer(id: number, fields: Partial<IndexedStreamer> = {}): IndexedStreamer {
  return {
    id: `${id}`,
    login: `streamer_${id}`,
    name: `Streamer_${id}`,
    avatarUrl: '',
    isFavorite: id === 1,
    isMuted: false,
    live: null,
    problem: null,
    ...fields,
  };
}

const LIVE = { streamId: '1', startedAt: 0 };
const THREE = [1, 2, 3].map((id) => aStreamer(id));

interface Setup {
  streamers?: readonly IndexedStreamer[];
  unseen?: Unseen;
  isFocusAwaited?: boolean;
  dir?: 'ltr' | 'rtl';
}

const NOTHING: Unseen = {};

function Strip({
  streamers = THREE,
  unseen = NOTHING,
  isFocusAwaited = false,
  dir = 'ltr',
}: Setup) {
  const [selected, setSelected] = useState<IndexedStreamer | null>(streamers[0] ?? null);
  return (
    <div style={{ direction: dir }}>
      <StreamerTabs
        {...{ streamers, unseen, selected, isFocusAwaited }}
        onSelect={setSelected}
        onFocused={() => undefined}
        onAdd={() => undefined}
        panelId="panel"
      />
    </div>
  );
}

function open(setup: Setup = {}) {
  const { container } = render(<Strip {...setup} />);
  return { container, user: userEvent.setup() };
}

const names = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);
const selected = () => screen.getAllByRole('tab', { selected: true });
const tab = (name: string) => screen.getByRole('tab', { name });

describe('the strip of streamers', () => {
  it('has a tab for all, one for each streamer, and a button to add one', () => {
    open();
    const list = screen.getByRole('tablist', { name: 'Streamers' });
    expect([...list.children]).toEqual([
      tab('All'),
      tab('Streamer_1'),
      tab('Streamer_2'),
      tab('Streamer_3'),
    ]);
    expect(list.nextElementSibling).toBe(screen.getByRole('button', { name: 'Add streamer' }));
  });

  it('is one stop of the Tab key, then the button', async () => {
    const { user } = open();
    await user.tab();
    expect(document.activeElement).toBe(tab('Streamer_1'));
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add streamer' }));
  });

  it.each([
    ['{ArrowRight}', 'ltr', 'Streamer_2'],
    ['{ArrowLeft}', 'ltr', 'All'],
    ['{ArrowLeft}{ArrowLeft}', 'ltr', 'Streamer_3'],
    ['{ArrowRight}', 'rtl', 'All'],
    ['{ArrowLeft}', 'rtl', 'Streamer_2'],
    ['{End}', 'ltr', 'Streamer_3'],
    ['{Home}', 'ltr', 'All'],
    ['{Control>}{ArrowRight}{/Control}', 'ltr', 'Streamer_1'],
  ] as const)('selects and focuses with %s (%s) the tab %s', async (keys, dir, name) => {
    const { user } = open({ dir });
    await user.tab();
    await user.keyboard(keys);
    expect(selected()).toEqual([tab(name)]);
    expect(document.activeElement).toBe(tab(name));
    expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual(
      names().map((_, index) => (screen.getAllByRole('tab')[index] === tab(name) ? 0 : -1)),
    );
  });

  it('selects with a click', async () => {
    const { user } = open();
    await user.click(tab('Streamer_3'));
    expect(selected()).toEqual([tab('Streamer_3')]);
    expect(tab('Streamer_3').getAttribute('aria-controls')).toBe('panel');
    expect(tab('Streamer_1').hasAttribute('aria-controls')).toBe(false);
  });

  it('says in words what the marks show', () => {
    open({
      streamers: [
        aStreamer(1, { live: LIVE }),
        aStreamer(2, { isMuted: true, problem: 'chat_refused' }),
        aStreamer(3),
      ],
      unseen: { '1': 3, '2': 120 },
    });
    expect(tab('Streamer_1')).toBe(
      screen.getByRole('tab', { description: 'Favorite · Live now · 3 new' }),
    );
    expect(tab('Streamer_2')).toBe(
      screen.getByRole('tab', {
        description: '120 new · Muted for the badge · Not everything is received',
      }),
    );
    expect(tab('Streamer_3').hasAttribute('aria-describedby')).toBe(false);
    expect(screen.getByText('99+')).toBeDefined();
  });

  it('shows names as text, whatever they contain', () => {
    open({ streamers: [aStreamer(1, { name: '<img src=x>\u202E' })] });
    expect(tab('<img src=x>').title).toBe('<img src=x>');
    expect(document.querySelector('img')).toBeNull();
  });

  it('keeps the selected one of many tabs in view', async () => {
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView');
    const { user } = open({ streamers: Array.from({ length: 51 }, (_, n) => aStreamer(n + 1)) });
    await user.tab();
    await user.keyboard('{End}');
    expect(selected()).toEqual([tab('Streamer_51')]);
    expect(scroll.mock.contexts.at(-1)).toBe(tab('Streamer_51'));
    scroll.mockRestore();
  });

  it('has no more than a tab for all without streamers', () => {
    open({ streamers: [] });
    expect(names()).toEqual(['All']);
  });

  it('moves the focus to a tab that waits for it', () => {
    open({ isFocusAwaited: true });
    expect(document.activeElement).toBe(tab('Streamer_1'));
  });

  it('leaves the focus where it is otherwise', () => {
    open();
    expect(document.activeElement).toBe(document.body);
  });
});
