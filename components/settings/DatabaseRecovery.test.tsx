import { render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/db/database';
import { ProblemError } from '@/lib/domain/problem';
import type { Reply } from '@/lib/messaging/protocol';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { setUpScreen } from '@/tests/support/screens/screen';
import { DatabaseRecovery } from './DatabaseRecovery';

setUpScreen();

/** Creates a database that cannot be opened. */
function brokenDatabase(error: Error): Database {
  const db = freshDatabase();
  vi.spyOn(db, 'open').mockRejectedValue(error);
  return db;
}

function open(db: Database, reply: Reply<null> = { ok: true, value: null }) {
  const salvage = vi.fn<() => Promise<Blob>>(async () => new Blob(['{}\n']));
  const startOver = vi.fn<() => Promise<Reply<null>>>(async () => reply);
  const reload = vi.fn<() => void>();
  render(<DatabaseRecovery db={db} salvage={salvage} startOver={startOver} reload={reload} />);
  return { user: userEvent.setup(), salvage, startOver, reload };
}

const saveButton = () => screen.findByRole('button', { name: 'Save what can be read' });

describe('a database that opens', () => {
  it('shows nothing', async () => {
    const db = freshDatabase();
    open(db);
    await db.open();
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('a damaged database', () => {
  it('is described without leading to the options, where the user is', async () => {
    open(brokenDatabase(new Error('corrupt')));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^The recorded events can't be opened\./);
    expect(alert.textContent).not.toContain('in the options');
  });

  it('offers to save what is readable', async () => {
    const { user, salvage } = open(brokenDatabase(new Error('corrupt')));
    const url = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:test');
    await user.click(await saveButton());
    expect(salvage).toHaveBeenCalledOnce();
    expect(url.mock.lastCall?.[0]).toBe(await salvage.mock.results[0]?.value);
  });

  it('reports that nothing is readable', async () => {
    const { user, salvage } = open(brokenDatabase(new Error('corrupt')));
    salvage.mockRejectedValue(new Error('not even that'));
    await user.click(await saveButton());
    expect(await screen.findByText('Nothing could be read.')).toBeDefined();
  });

  it('asks for confirmation before it starts over, then reloads the page', async () => {
    const { user, startOver, reload } = open(brokenDatabase(new Error('corrupt')));
    await user.click(await screen.findByRole('button', { name: 'Start anew' }));
    expect(startOver).not.toHaveBeenCalled();
    const dialog = screen.getByRole('dialog', { name: 'Start anew with an empty history?' });
    await user.click(within(dialog).getByRole('button', { name: 'Start anew' }));
    expect(startOver).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it('shows the problem and does not reload when starting over fails', async () => {
    const db = brokenDatabase(new Error('corrupt'));
    const { user, reload } = open(db, { ok: false, problem: 'storage_failed' });
    await user.click(await screen.findByRole('button', { name: 'Start anew' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Start anew' }));
    expect(await screen.findByText(/could not save the events/)).toBeDefined();
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('a browser that keeps no history', () => {
  it('is told how to allow it, and not to start anew', async () => {
    open(brokenDatabase(new ProblemError('storage_private')));
    expect(await screen.findByText(/choose "Remember history"/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a database of a newer version', () => {
  it('offers no action', async () => {
    open(brokenDatabase(new ProblemError('database_newer')));
    expect(await screen.findByText(/written by a newer version/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
