import { render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { viewOf } from '@/lib/domain/view/row-view';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { aBombView, aFollowsView, aRow, aView, everyRow } from '@/tests/support/builders/rows';
import { setUpScreen, unfoldAll } from '@/tests/support/screens/screen';
import { EventRow } from './EventRow';

setUpScreen();

function show(row: Parameters<typeof EventRow>[0]['row']) {
  const { container } = render(<EventRow row={row} isNew={false} />);
  return { item: screen.getByRole('listitem'), text: container.textContent ?? '' };
}

describe('EventRow', () => {
  it.each(
    everyRow()
      .map((row) => viewOf(row))
      .map((row) => ({ kind: row.kind, row })),
  )('shows $kind', ({ kind, row }) => {
    const { container } = render(<EventRow row={row} isNew={false} />);
    const item = container.querySelector('li');
    expect(item?.dataset.eventId).toBe(row.id);
    expect(item?.dataset.eventType).toBe(kind);
    expect(item?.textContent).not.toMatch(/[{}]|undefined|null|\bNaN\b/);
    expect(item?.querySelector('time')?.getAttribute('datetime')).toBe('2026-10-01T18:00:00.000Z');
    expect(item?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('shows the message of the viewer as text', () => {
    const row = aView({ ...aCheer(), detail: { bits: 100, message: '<b>hi</b> 👋' } });
    const { item } = show(row);
    expect(within(item).getByText('<b>hi</b> 👋')).toBeDefined();
  });

  it('shows a gift bomb in one row that unfolds the recipients', async () => {
    const { item, text } = show(aBombView(20, 3));
    expect(text).toContain('gifted 20 Tier 1 subs to the community');
    expect(text).toContain('to Recipient_0, Recipient_1 and 18 more');
    expect(item.querySelector('details')?.open).toBe(false);
    expect(item.querySelectorAll('[data-event-id]')).toHaveLength(0);
    expect(text).not.toContain('Recipient_2');
    await unfoldAll(item);
    expect(item.textContent).toContain('Recipient_2');
  });

  it('renders the recipients of a gift bomb only while they are unfolded', async () => {
    const row = aBombView(1000, 999);
    const { rerender } = render(<EventRow row={row} isNew={false} />);
    const item = screen.getByRole('listitem');
    expect(item.querySelectorAll('*').length).toBeLessThan(30);
    await unfoldAll(item);
    rerender(<EventRow row={{ ...aBombView(1000, 1000), id: row.id }} isNew={false} />);
    expect(item.querySelectorAll('details p bdi')).toHaveLength(1000);
  });

  it('shows a gift bomb without its first event', () => {
    const { text } = show(aBombView(null, 1));
    expect(text).toContain('is gifting Tier 1 subs to the community');
    expect(text).toContain('to Recipient_0');
  });

  it.each([
    [1, 'Demo_Viewer followed', null],
    [2, 'Demo_Viewer and 1 other followed', 'All 2 names'],
    [14, 'Demo_Viewer and 13 others followed', 'All 14 names'],
  ])('shows %i follows in one row that unfolds the names', async (count, text, summary) => {
    const { item } = show(aFollowsView(count));
    expect(item.dataset.eventType).toBe('follow');
    expect(item.querySelector('p')?.textContent).toContain(text);
    expect(item.querySelector('summary')?.textContent ?? null).toBe(summary);
    await unfoldAll(item);
    expect(item.querySelectorAll('details bdi')).toHaveLength(count === 1 ? 0 : count);
  });

  it('shows channel changes that were undone', () => {
    const text = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
    const update = anEvent('channel_update', { before: text, after: text });
    const { text: shown } = show(viewOf({ ...aRow(update), isUndone: true }));
    expect(shown).toContain('The channel was changed, and changed back');
  });

  it('renders again when an event is added to the row', () => {
    const row = aBombView(20, 1);
    const { rerender, container } = render(<EventRow row={row} isNew={false} />);
    rerender(<EventRow row={{ ...aBombView(20, 2), id: row.id }} isNew={false} />);
    expect(container.textContent).toContain('to Recipient_0, Recipient_1 and 18 more');
  });

  it('marks a backfilled event and explains it', () => {
    show(aView(aCheer({ found_at: 1 })));
    expect(screen.getByText(/found later/).title).toContain('The extension was not listening');
  });

  it('does not render a copy of the same row again', () => {
    const row = aView(aCheer());
    const { rerender, container } = render(<EventRow row={row} isNew={false} />);
    const sentence = container.querySelector('p');
    sentence?.append('untouched');
    rerender(<EventRow row={structuredClone(row)} isNew={false} />);
    expect(sentence?.textContent).toContain('untouched');
  });
});
