import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { at } from '@/tests/support/builders/event-fields';
import { aBomb, aCheer, aGift, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { goBackTo, openHistory, rowIds } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const EVENING = [
  aCheer({ id: 'cheer', ...at(1) }),
  aBomb('b', 2, { id: 'bomb', ...at(2) }),
  aGift('b', 1, { id: 'gift1', ...at(2) }),
  aGift('b', 2, { id: 'gift2', ...at(2) }),
  aSub({ id: 'sub', ...at(3) }),
];

async function openLog(search = '', events: readonly StreamEvent[] = EVENING, send = fakeSend()) {
  const db = freshDatabase();
  await recordEvents(db, [...events]);
  return await openHistory({ db, search, send });
}

/** Makes the window wide enough for the details beside the list. */
function widen(): void {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    () => Object.assign(new EventTarget(), { matches: true }) as unknown as MediaQueryList,
  );
}

const row = async (id: string) => {
  await waitFor(() => expect(rowIds()).toContain(id));
  return document.querySelector(`[data-event-id="${id}"]`) as HTMLElement;
};
const details = () => screen.findByRole('dialog', { name: 'Event' });
const fields = (panel: HTMLElement) =>
  [...panel.querySelectorAll('dt')].map((name) => [
    name.textContent,
    name.nextElementSibling?.textContent,
  ]);

describe('the details of a row', () => {
  it('have all fields, those of the log first, and close with the focus on the row', async () => {
    const { user } = await openLog();
    (await row('cheer')).focus();
    await user.keyboard('{Enter}');
    const panel = await details();
    await waitFor(() => expect(fields(panel).length).toBeGreaterThan(5));
    expect(fields(panel).slice(0, 5)).toEqual([
      ['id', 'cheer'],
      ['streamer_name', 'Demo_Streamer'],
      ['event_type', 'cheer'],
      ['viewer_name', 'Demo_Viewer'],
      ['created_at', new Date(START + MINUTE).toISOString()],
    ]);
    expect(fields(panel)).toContainEqual(['detail.bits', '100']);
    expect(fields(panel)).toContainEqual(['detail.message', 'none']);
    expect(location.search).toBe('?event=cheer');
    expect(document.activeElement).toBe(within(panel).getByRole('heading', { name: 'Event' }));
    expect((await row('cheer')).getAttribute('aria-current')).toBe('true');
    await user.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(location.search).toBe('');
    expect(document.activeElement).toBe(await row('cheer'));
    expect((await row('cheer')).hasAttribute('aria-current')).toBe(false);
  });

  it('open with a click on the row, but not on what is in it, and from its menu', async () => {
    const { user } = await openLog();
    const sub = await row('sub');
    await user.hover(sub);
    await user.click(within(sub).getByRole('button', { name: 'Copy' }));
    expect(location.search).toBe('');
    await user.click(sub);
    await details();
    await goBackTo('');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(sub);
    await user.click(within(sub).getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Details' }));
    await details();
  });

  it('lead from one event of the row to another', async () => {
    const { user } = await openLog('?event=bomb');
    const panel = await details();
    const list = await within(panel).findByRole('list');
    const links = within(list).getAllByRole('link');
    expect(links).toHaveLength(3);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['true', null, null]);
    await user.click(links[2] as HTMLElement);
    await waitFor(() => expect(fields(panel)[0]).toEqual(['id', 'gift2']));
    expect(location.search).toBe('?event=gift2');
    await user.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Events' }));
  });

  it('can be copied as JSON', async () => {
    const { user } = await openLog('?event=sub');
    const panel = await details();
    await user.click(await within(panel).findByRole('button', { name: 'Copy' }));
    expect(await within(panel).findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual(EVENING.at(-1));
  });

  it('say that there is no such event', async () => {
    const { user } = await openLog('?event=gone');
    const panel = await details();
    expect(await within(panel).findByText('This event is not in the log any more.')).toBeDefined();
    await user.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Events' }));
  });

  it('are beside the list in a wide window, and close with Escape from anywhere', async () => {
    widen();
    const { user } = await openLog();
    await user.click(await row('sub'));
    const panel = await screen.findByRole('complementary', { name: 'Event' });
    await user.click(await row('cheer'));
    await waitFor(() => expect(fields(panel)[0]).toEqual(['id', 'cheer']));
    (await row('sub')).focus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(await row('sub'));
  });
});

describe('the deletion of a row', () => {
  async function deleteRow(search: string, send = fakeSend()) {
    const { user } = await openLog(search, EVENING, send);
    const panel = await details();
    await user.click(await within(panel).findByRole('button', { name: 'Delete' }));
    const question = within(panel).getByRole('dialog');
    await user.click(within(question).getByRole('button', { name: 'Delete' }));
    return { panel, question, sent: send.sent };
  }

  it('tells how many events it concerns, and takes the row off the list', async () => {
    const { question, sent } = await deleteRow('?event=gift1');
    expect(question.textContent).toContain('Delete all 3 events of this row?');
    await waitFor(() => expect(rowIds()).toEqual(['sub', 'cheer']));
    expect(sent).toEqual([['history/delete-events', { ids: ['bomb', 'gift1', 'gift2'] }]]);
    expect(location.search).toBe('');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Events' }));
  });

  it('says why it was not possible', async () => {
    const problem = { ok: false, problem: 'storage_full' } as const;
    const { panel } = await deleteRow('?event=sub', fakeSend({ 'history/delete-events': problem }));
    expect(await within(panel).findByRole('alert')).toBeDefined();
    expect(rowIds()).toContain('sub');
  });
});
