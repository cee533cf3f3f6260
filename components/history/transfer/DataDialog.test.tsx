import { screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { headerLine } from '@/lib/domain/transfer/json-lines';
import type { send } from '@/lib/messaging/client';
import { DAY } from '@/lib/time';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { backgroundOf } from '@/tests/support/database/transfer';
import { START } from '@/tests/support/fakes/fake-clock';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openHistory } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const OTHER = { streamer_id: '901', streamer_name: 'Other' };
const LOG = [
  aCheer({ id: 'a', viewer_id: '7', viewer_login: 'lantern', viewer_name: 'Lantern' }),
  aSub({ id: 'b', ...OTHER }),
  aCheer({ id: 'c', created_at: START + 3 * DAY }),
];

let saved: { name: string; file: Blob }[];

beforeEach(() => {
  saved = [];
  let file = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) file = blob;
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, file });
  });
});

async function openData({ events = LOG, search = '', sender = backgroundOf }: Setup = {}) {
  const db = freshDatabase();
  await recordEvents(db, [...events]);
  const { user } = await openHistory({ db, search, send: sender(db) });
  await user.click(await screen.findByRole('button', { name: 'Data' }));
  const dialog = await screen.findByRole('dialog', { name: 'Data' });
  return { db, user, dialog: within(dialog) };
}

interface Setup {
  events?: readonly StreamEvent[];
  search?: string;
  sender?: (db: Database) => typeof send;
}

const idsIn = async (db: Database) => (await db.events.toArray()).map(({ id }) => id);
const fileOf = (lines: readonly string[]) => new File([lines.join('\n')], 'export.jsonl');
const linesOf = (events: readonly StreamEvent[]) => [
  headerLine(START).trim(),
  ...events.map((event) => JSON.stringify(event)),
];

describe('export', () => {
  it('saves everything as CSV', async () => {
    const { user, dialog } = await openData();
    await user.click(dialog.getByRole('button', { name: 'Export CSV' }));
    expect(await dialog.findByText('3 events were exported.')).toBeDefined();
    const [{ name, file } = { name: '', file: new Blob() }] = saved;
    expect(name).toMatch(/^streamer-event-viewer-\d{4}-\d\d-\d\d\.csv$/);
    expect((await file.text()).trim().split('\r\n')).toHaveLength(4);
  });

  it.each(['?streamer=901', '?type=sub'])('saves what %s shows as JSON, or all', async (search) => {
    const { user, dialog } = await openData({ search });
    await user.click(dialog.getByRole('button', { name: 'Export JSON' }));
    expect(await dialog.findByText('1 event was exported.')).toBeDefined();
    await user.click(dialog.getByRole('radio', { name: 'Everything' }));
    await user.click(dialog.getByRole('button', { name: 'Export JSON' }));
    expect(await dialog.findByText('3 events were exported.')).toBeDefined();
    const texts = await Promise.all(saved.map(({ file }) => file.text()));
    expect(texts.map((text) => text.trim().split('\n').length)).toEqual([2, 4]);
    expect(texts[0]).toContain('"id":"b"');
  });
});

describe('import', () => {
  it('adds what is new, and says how much was known', async () => {
    const { db, user, dialog } = await openData();
    const lines = linesOf([...LOG, aCheer({ id: 'new' })]);
    await user.upload(dialog.getByLabelText('File to import'), fileOf(lines));
    expect(
      await dialog.findByText('1 event was imported. 3 events were recorded already.'),
    ).toBeDefined();
    expect(await idsIn(db)).toEqual(['a', 'b', 'c', 'new']);
  });

  it.each([
    [[], 'This file is no JSON export of this extension.'],
    [['id,streamer_name'], 'This file is no JSON export of this extension.'],
    [[...linesOf([aCheer({ id: 'new' })]), '{'], 'Line 3 of the file is not JSON.'],
  ])('takes over nothing of a file that is broken (%#)', async (lines, text) => {
    const { db, user, dialog } = await openData();
    await user.upload(dialog.getByLabelText('File to import'), fileOf(lines));
    const alert = await dialog.findByRole('alert');
    expect(alert.textContent).toBe(`${text} Nothing was imported.`);
    expect(await idsIn(db)).toEqual(['a', 'b', 'c']);
  });

  it('can be cancelled, says how far it is, and keeps the focus in the dialog', async () => {
    const checked = Promise.withResolvers<void>();
    const sender = (db: Database): typeof send => {
      const answer = backgroundOf(db);
      return async (name, data) => {
        if (name === 'history/import-check') await checked.promise;
        return await answer(name, data);
      };
    };
    const { db, user, dialog } = await openData({ sender });
    const lines = linesOf(Array.from({ length: 900 }, () => aCheer()));
    await user.upload(dialog.getByLabelText('File to import'), fileOf(lines));
    expect(await dialog.findByRole('progressbar')).toBeDefined();
    const exporting = dialog.getByRole('button', { name: 'Export CSV' });
    expect(exporting.getAttribute('aria-disabled')).toBe('true');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    checked.resolve();
    expect(await dialog.findByText('Cancelled.')).toBeDefined();
    expect(dialog.queryByRole('progressbar')).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
    expect(await idsIn(db)).toEqual(['a', 'b', 'c']);
  });

  it('says why the background could not', async () => {
    const problem = { ok: false, problem: 'storage_full' } as const;
    const { user, dialog } = await openData({
      sender: () => fakeSend({ 'history/import': problem }),
    });
    await user.upload(dialog.getByLabelText('File to import'), fileOf(linesOf(LOG)));
    expect((await dialog.findByRole('alert')).textContent).toMatch(/no room.*Nothing was imported/);
  });
});

describe('delete', () => {
  const confirm = async ({ user, dialog }: Awaited<ReturnType<typeof openData>>, count: string) => {
    await user.click(await dialog.findByRole('button', { name: 'Delete' }));
    const question = within(await dialog.findByRole('dialog', { name: `Delete ${count}?` }));
    await user.click(question.getByRole('button', { name: 'Delete' }));
  };

  it('tells how many events it concerns, and deletes those of a streamer', async () => {
    const data = await openData();
    const { db, user, dialog } = data;
    expect(await dialog.findByText('These are 3 events.')).toBeDefined();
    await dialog.findByRole('option', { name: 'Other' });
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Streamer' }), 'Other');
    expect(await dialog.findByText('This is 1 event.')).toBeDefined();
    await confirm(data, '1 event');
    expect(await dialog.findByText('1 event was deleted.')).toBeDefined();
    expect(await idsIn(db)).toEqual(['a', 'c']);
    expect(await dialog.findByText('These are 0 events.')).toBeDefined();
    expect(dialog.queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('deletes those of the viewer whose events the page shows', async () => {
    const data = await openData({ search: '?viewer=7' });
    expect(data.dialog.getByRole('checkbox', { name: /^Only events of/ })).toBeDefined();
    await confirm(data, '1 event');
    await waitFor(async () => expect(await idsIn(data.db)).toEqual(['b', 'c']));
  });

  it('deletes those of some days, which it takes from the address', async () => {
    const data = await openData({ search: '?from=2026-10-01&until=2026-10-03' });
    expect(data.dialog.getByLabelText<HTMLInputElement>('Until').value).toBe('2026-10-02');
    await confirm(data, '2 events');
    await waitFor(async () => expect(await idsIn(data.db)).toEqual(['c']));
  });

  it('deletes everything', async () => {
    const data = await openData();
    await confirm(data, '3 events');
    expect(await data.dialog.findByText('3 events were deleted.')).toBeDefined();
    expect(await idsIn(data.db)).toEqual([]);
  });
});
