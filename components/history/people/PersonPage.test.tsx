import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { goBackTo } from '@/tests/support/screens/history';
import { linkIn, moment, openPeople, textsOf } from '@/tests/support/screens/people';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

describe('the page of a person', () => {
  it('is of the dates that are chosen, as its links are', async () => {
    await openPeople(`&viewer=7&from=${moment(1.5)}`);
    await waitFor(() => expect(textsOf('By type')).toContain('Cheers | 1'));
    const links = within(screen.getByRole('table', { name: 'By type' })).getAllByRole('link');
    const queries = links.map((link) => link.getAttribute('href')?.split('?')[1]);
    expect(new Set(queries.map((query) => new URLSearchParams(query).get('from')))).toEqual(
      new Set([moment(1.5)]),
    );
  });

  it('opens from a name, takes the focus, and leads back', async () => {
    const { user } = await openPeople();
    await waitFor(() => expect(textsOf('Cheerers')).not.toBeNull());
    await user.click(linkIn('Cheerers', 'Ann'));
    const heading = screen.getByRole('heading', { level: 2 });
    expect(document.activeElement).toBe(heading);
    await waitFor(() => expect(heading.textContent).toBe('Ann'));
    expect(location.search).toBe('?view=people&viewer=7');
    await waitFor(() => expect(document.title).toBe('Ann – History – StreamerEventViewer'));
    await user.click(screen.getByRole('link', { name: 'All people' }));
    expect(document.activeElement?.textContent).toBe('People');
    expect(location.search).toBe('?view=people');
  });

  it('tells everything of theirs, by streamer and by type', async () => {
    await openPeople('&viewer=7');
    expect(await screen.findByText('Before: OldAnn')).toBeDefined();
    const facts = '2 subs gifted · 1 gift bomb, of 2 · 500 bits, at most 300 at once';
    expect(screen.getByText(facts)).toBeDefined();
    // The names of streamers are read by themselves.
    await waitFor(() =>
      expect(textsOf('By streamer')).toEqual([
        'Demo_Streamer2 subs gifted · 1 gift bomb, of 2 · 300 bits, at most 300 at once | 4',
        'Other200 bits, at most 200 at once | 1',
      ]),
    );
    expect(textsOf('By type')).toEqual(['Gift subs | 2', 'Cheers | 2', 'Gift bombs | 1']);
    expect(linkIn('By type', '1').getAttribute('href')).toContain('?viewer=7&type=community_gift');
    expect(linkIn('By streamer', '1').getAttribute('href')).toContain('?streamer=901&viewer=7');
    const all = screen.getByRole('link', { name: 'Show all events' });
    expect(all.getAttribute('href')).toBe('/history.html?viewer=7');
  });

  it('leads to the feed without losing the focus', async () => {
    const { user } = await openPeople('&viewer=7');
    await user.click(await screen.findByRole('link', { name: 'Show all events' }));
    const heading = await screen.findByRole('heading', { name: 'Events of Ann' });
    expect(document.activeElement).toBe(heading);
  });

  it('says that it knows nothing of somebody', async () => {
    await openPeople('&viewer=404');
    expect(await screen.findByText('Nothing of this viewer is recorded.')).toBeDefined();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('One viewer');
  });

  it('is of the next person at once', async () => {
    await openPeople('&viewer=7');
    expect(await screen.findByText('Before: OldAnn')).toBeDefined();
    await goBackTo('?view=people&viewer=8');
    expect(screen.queryByText('Before: OldAnn')).toBeNull();
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Bob'));
  });
});
