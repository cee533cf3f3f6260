import { describe, expect, it } from 'vitest';
import { EMPTY_JOURNAL, type Journal } from '@/lib/domain/connection/connection-journal';
import { createFakeClock, START, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createConnectionJournal } from './connection-journal';

function createJournal(initial = EMPTY_JOURNAL) {
  const written: Journal[] = [];
  const log = createFakeLog();
  const storage = { isFull: false };
  const journal = createConnectionJournal({
    initial,
    clock: createFakeClock(),
    log,
    write: async (next) => {
      if (storage.isFull) throw new Error('quota');
      written.push(next);
    },
  });
  return { journal, written, log, storage };
}

describe('createConnectionJournal', () => {
  it('continues the journal of the last worker', async () => {
    const before = { at: START - 1, state: 'connecting' as const, problem: null };
    const { journal, written } = createJournal({ ...EMPTY_JOURNAL, entries: [before] });
    journal.connection({ state: 'listening', problem: null });
    await settled();
    expect(written.at(-1)?.entries).toEqual([
      before,
      { at: START, state: 'listening', problem: null },
    ]);
  });

  it('writes only when the journal changes', async () => {
    const { journal, written } = createJournal();
    journal.connection({ state: 'connecting' });
    journal.connection({ state: 'connecting' });
    journal.frameErrors({}, {});
    await settled();
    expect(written).toHaveLength(1);
  });

  it('counts each unreadable frame once, over several listeners', async () => {
    const { journal, written } = createJournal();
    const [first, second] = [{}, {}];
    journal.frameErrors(first, { not_json: 1 });
    journal.frameErrors(first, { not_json: 3 });
    journal.frameErrors(first, { not_json: 3 });
    journal.frameErrors(second, { not_json: 1, wrong_shape: 2 });
    await settled();
    expect(written.at(-1)?.faults).toEqual({ not_json: 4, wrong_shape: 2 });
    expect(written).toHaveLength(3);
  });

  it('keeps the entries if a write fails', async () => {
    const { journal, written, log, storage } = createJournal();
    storage.isFull = true;
    journal.connection({ state: 'connecting' });
    await settled();
    expect(log.warnings).toHaveLength(1);
    storage.isFull = false;
    journal.connection({ state: 'listening', problem: null });
    await settled();
    expect(written.at(-1)?.entries).toHaveLength(2);
  });
});
