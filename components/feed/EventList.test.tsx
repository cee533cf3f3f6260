import { render, screen, within } from '@testing-library/preact';
import { options } from 'preact';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Gap } from '@/lib/domain/history/gap';
import { HOUR, MINUTE } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { setUpScreen } from '@/tests/support/screens/screen';
import { EventList } from './EventList';

setUpScreen();

function aGap(from: number, until: number): Gap {
  return { streamer_id: '100', from, until, reason: 'not_running' };
}

/** Counts from now on how often each component is rendered, until the end of the test. */
function countRenders() {
  const counts = new Map<unknown, number>();
  const before = options.diffed;
  options.diffed = (vnode) => {
    const name = typeof vnode.type === 'function' ? vnode.type.name : vnode.type;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    before?.(vnode);
  };
  onTestFinished(() => {
    if (before === undefined) delete options.diffed;
    else options.diffed = before;
  });
  return { of: (name: string) => counts.get(name) ?? 0 };
}

describe('EventList', () => {
  it('renders a named list in the given order', () => {
    const rows = [aView(aCheer({ id: 'newest' })), aView(aCheer({ id: 'older' }))];
    render(<EventList rows={rows} gaps={[]} />);
    const items = within(screen.getByRole('list', { name: 'Recent events' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.dataset.eventId)).toEqual(['newest', 'older']);
  });

  it('keeps the existing elements when a row is added', () => {
    const older = aView(aCheer({ id: 'older' }));
    const { rerender } = render(<EventList rows={[older]} gaps={[]} />);
    const item = screen.getByRole('listitem');
    const rows = [aView(aCheer({ id: 'newest' })), structuredClone(older)];
    rerender(<EventList rows={rows} gaps={[]} />);
    const [newest, kept] = screen.getAllByRole('listitem');
    expect(newest?.dataset.eventId).toBe('newest');
    expect(kept).toBe(item);
  });

  it('adds a row without a change of the others, and renders only that row', () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      aView(aCheer({ id: `row-${index}`, created_at: Date.now() })),
    );
    const [newest, ...older] = rows;
    if (newest === undefined) throw new Error('Ten rows.');
    const { rerender } = render(<EventList rows={older} gaps={[]} />);
    const renders = countRenders();
    const observer = new MutationObserver(() => undefined);
    const everything = { childList: true, attributes: true, characterData: true, subtree: true };
    observer.observe(screen.getByRole('list'), everything);
    rerender(<EventList rows={[newest, ...structuredClone(older)]} gaps={[]} />);
    const changed = observer.takeRecords();
    observer.disconnect();
    expect(changed.map(({ type, addedNodes }) => [type, addedNodes.length])).toEqual([
      ['childList', 1],
    ]);
    expect(renders.of('RowTime')).toBe(1);
  });

  it('marks new rows, but neither the first ones nor older ones that return', () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((lastSeq) => ({ ...aView(aCheer()), lastSeq }));
    if (!a || !b || !c || !d) throw new Error('Four rows.');
    const { rerender } = render(<EventList rows={[c, b]} />);
    const marks = () => screen.getAllByRole('listitem').map((item) => item.dataset.new);
    expect(marks()).toEqual(['false', 'false']);
    rerender(<EventList rows={[d, c]} />);
    expect(marks()).toEqual(['true', 'false']);
    rerender(<EventList rows={[{ ...b, lastSeq: d.lastSeq }, a]} />);
    expect(marks()).toEqual(['false', 'false']);
  });

  it('marks the first row of an empty list as new', () => {
    const { rerender } = render(<EventList rows={[]} />);
    rerender(<EventList rows={[aView(aCheer())]} />);
    expect(screen.getByRole('listitem').dataset.new).toBe('true');
  });

  it('shows a gap inside the row below it, and has no other list items', () => {
    const rows = [
      aView(aCheer({ id: 'newest', created_at: START + HOUR })),
      aView(aCheer({ id: 'older' })),
    ];
    const gap = aGap(START + 10 * MINUTE, START + 20 * MINUTE);
    render(<EventList rows={rows} gaps={[gap]} />);
    const [newest, older, ...more] = screen.getAllByRole('listitem');
    expect(more).toEqual([]);
    expect(newest?.textContent).not.toContain('Not listening');
    expect(older?.firstElementChild?.textContent).toMatch(
      /^Not listening from .+ to .+ \(your browser was closed or asleep\): events may be missing$/,
    );
    expect(screen.getByRole('list').querySelectorAll('[data-event-id]')).toHaveLength(2);
  });

  it('updates a growing gap and adds another one above an unchanged row', () => {
    const row = aView(aCheer());
    const marks = () => screen.getAllByText(/^Not listening/).map(({ textContent }) => textContent);
    const gap = aGap(START + HOUR, START + 2 * HOUR);
    const { rerender } = render(<EventList rows={[row]} gaps={[gap]} />);
    const [first] = marks();
    rerender(
      <EventList rows={[structuredClone(row)]} gaps={[{ ...gap, until: START + 3 * HOUR }]} />,
    );
    expect(marks()).toHaveLength(1);
    expect(marks()[0]).not.toBe(first);
    const newer = aGap(START + 5 * HOUR, START + 6 * HOUR);
    rerender(<EventList rows={[structuredClone(row)]} gaps={[newer, gap]} />);
    expect(marks()).toHaveLength(2);
  });

  it('shows a gap even without rows', () => {
    render(<EventList rows={[]} gaps={[aGap(START, START + HOUR)]} />);
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.getByText(/^Not listening/)).toBeDefined();
  });

  it('accepts a feed without gaps from an earlier version', () => {
    render(<EventList rows={[aView(aCheer())]} gaps={undefined} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('renders no list without rows', () => {
    render(<EventList rows={[]} gaps={[]} />);
    expect(screen.queryByRole('list')).toBeNull();
  });
});
