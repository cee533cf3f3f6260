import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Away } from '@/lib/domain/view/away';
import { HOUR } from '@/lib/time';
import { anAway } from '@/tests/support/builders/away';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { aBombView, aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { setUpScreen } from '@/tests/support/screens/screen';
import { AwayCard } from './AwayCard';

setUpScreen();

const AWAY = anAway({
  rows: 61,
  counts: { subs: 1, gifts: 25, bits: 1500 },
  biggest: [aBombView(20, 2), aView(aCheer({}, 1200)), aView(anEvent('raid_in', { viewers: 87 }))],
});

function show(away: Away | null, { isTrusted = true } = {}) {
  const dismissed = vi.fn<() => void>();
  const onShowAll = vi.fn<() => void>();
  let current = away;
  const card = () => (
    <AwayCard
      away={current}
      dismiss={() => {
        if (!isTrusted) return false;
        dismissed();
        current = null;
        rerender(card());
        return true;
      }}
      onShowAll={onShowAll}
    />
  );
  const { rerender, container } = render(card());
  return { dismissed, onShowAll, container, user: userEvent.setup() };
}

const card = () => screen.getByRole('region', { name: 'While you were away' });
const texts = (items: readonly HTMLElement[]) => items.map(({ textContent }) => textContent);

it('says how much of what is new, since when, and what stands out', () => {
  show(AWAY);
  expect(within(card()).getByText(/^61 new since .*6:00 PM/)).toBeDefined();
  const [counts, biggest] = within(card()).getAllByRole('list');
  expect(texts(within(counts as HTMLElement).getAllByRole('listitem'))).toEqual([
    '1 sub',
    '25 gifted subs',
    '1,500 bits',
  ]);
  expect(biggest).toBe(screen.getByRole('list', { name: 'The biggest' }));
  expect(texts(within(biggest as HTMLElement).getAllByRole('listitem'))).toEqual([
    expect.stringContaining('gifted 20'),
    expect.stringContaining('cheered 1,200 bits'),
    expect.stringContaining('87 viewers'),
  ]);
});

it('says that there are more rows than were counted, and when nobody listened', () => {
  const gap = {
    streamer_id: '100',
    from: START,
    until: START + HOUR,
    reason: 'not_running',
  } as const;
  show(anAway({ rows: 1000, hasMore: true, biggest: [], gaps: [gap] }));
  expect(within(card()).getByText(/^More than 1,000 new since/)).toBeDefined();
  expect(within(card()).getByText(/your browser was closed or asleep/)).toBeDefined();
  expect(screen.queryByRole('list', { name: 'The biggest' })).toBeNull();
});

it('leads to the start of the recording, if there is one', () => {
  show(AWAY);
  expect(screen.queryByRole('link', { name: 'Watch from the start' })).toBeNull();
  cleanup();
  show(anAway({ start: { videoId: '77', seconds: 0 } }));
  const link = within(card()).getByRole('link', { name: 'Watch from the start' });
  expect(link.getAttribute('href')).toBe('https://www.twitch.tv/videos/77?t=0h0m0s');
});

it.each([
  ['Close, and mark all as seen', 0],
  ['Show all', 1],
])('goes away with "%s", and the focus stays where it was', async (name, shown) => {
  const { dismissed, onShowAll, container, user } = show(AWAY);
  await user.click(screen.getByRole('button', { name }));
  expect(dismissed).toHaveBeenCalledTimes(1);
  expect(onShowAll).toHaveBeenCalledTimes(shown);
  expect(screen.queryByRole('region')).toBeNull();
  expect(document.activeElement).toBe(container.firstElementChild);
  expect(container.textContent).toBe('All marked as seen');
});

it('stays when a script of the page clicks', async () => {
  const { onShowAll, user } = show(AWAY, { isTrusted: false });
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(card()).toBeDefined();
  expect(onShowAll).not.toHaveBeenCalled();
});

it('is not there if nothing was missed', () => {
  const { container } = show(null);
  expect(container.textContent).toBe('');
});
