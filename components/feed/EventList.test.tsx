import { render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { aCheer } from '@/tests/support/events';
import { aView } from '@/tests/support/rows';
import { setUpScreen } from '@/tests/support/screen';
import { EventList } from './EventList';

setUpScreen();

describe('EventList', () => {
  it('is a list of its own name, in the order it was given', () => {
    const rows = [aView(aCheer({ id: 'newest' })), aView(aCheer({ id: 'older' }))];
    render(<EventList rows={rows} />);
    const items = within(screen.getByRole('list', { name: 'Recent events' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.dataset.eventId)).toEqual(['newest', 'older']);
  });

  it('keeps the rows that are there when a new one comes', () => {
    const older = aView(aCheer({ id: 'older' }));
    const { rerender } = render(<EventList rows={[older]} />);
    const item = screen.getByRole('listitem');
    rerender(<EventList rows={[aView(aCheer({ id: 'newest' })), structuredClone(older)]} />);
    const [newest, kept] = screen.getAllByRole('listitem');
    expect(newest?.dataset.eventId).toBe('newest');
    expect(kept).toBe(item);
  });

  it('marks what is new: not what was there, and not what is back because rows folded', () => {
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

  it('marks the first row of an empty list', () => {
    const { rerender } = render(<EventList rows={[]} />);
    rerender(<EventList rows={[aView(aCheer())]} />);
    expect(screen.getByRole('listitem').dataset.new).toBe('true');
  });

  it('is no list while there is nothing in it', () => {
    render(<EventList rows={[]} />);
    expect(screen.queryByRole('list')).toBeNull();
  });
});
