import { describe, expect, it } from 'vitest';
import { EMPTY_JOURNAL, type Journal } from '@/lib/domain/connection/connection-journal';
import { createFakeClock, START, settled } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { createConnectionJournal } from './connection-journal';

function keep(initial = EMPTY_JOURNAL) {
  const written: Journal[] = [];
  const log = createFakeLog();
  const disk = { isFull: false };
  const journal = createConnectionJournal({
    initial,
    clock: createFakeClock(),
    log,
    write: async (next) => {
      if (disk.isFull) throw new Error('the disk is full');
      written.push(next);
    },
  });
  return { journal, written, log, disk };
}

describe('keepJournal', () => {
  it('goes on where the last worker ended', async () => {
    const before = { at: START - 1, state: 'connecting' as const, problem: null };
    const { journal, written } = keep({ ...EMPTY_JOURNAL, entries: [before] });
    journal.connection({ state: 'listening', problem: null });
    await settled();
    expect(written.at(-1)?.entries).toEqual([
      before,
      { at: START, state: 'listening', problem: null },
    ]);
  });

  it('writes nothing where nothing is new', async () => {
    const { journal, written } = keep();
    journal.connection({ state: 'connecting' });
    journal.connection({ state: 'connecting' });
    journal.faults({}, {});
    await settled();
    expect(written).toHaveLength(1);
  });

  it('counts what was put aside once, over one session and the next', async () => {
    const { journal, written } = keep();
    const [first, second] = [{}, {}];
    journal.faults(first, { not_json: 1 });
    journal.faults(first, { not_json: 3 });
    journal.faults(first, { not_json: 3 });
    journal.faults(second, { not_json: 1, wrong_shape: 2 });
    await settled();
    expect(written.at(-1)?.faults).toEqual({ not_json: 4, wrong_shape: 2 });
    expect(written).toHaveLength(3);
  });

  it('goes on where it could not be written', async () => {
    const { journal, written, log, disk } = keep();
    disk.isFull = true;
    journal.connection({ state: 'connecting' });
    await settled();
    expect(log.warnings).toHaveLength(1);
    disk.isFull = false;
    journal.connection({ state: 'listening', problem: null });
    await settled();
    expect(written.at(-1)?.entries).toHaveLength(2);
  });
});
