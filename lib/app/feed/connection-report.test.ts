import { expect, it } from 'vitest';
import type { Connection } from '@/lib/domain/connection/connection';
import { createConnectionReport } from './connection-report';

const LISTENING: Connection = { state: 'listening', problem: null };
const CHAT_REFUSED: Connection = { state: 'listening', problem: 'chat_refused' };
const RECONNECTING: Connection = { state: 'reconnecting', problem: 'offline' };
const STORAGE_FULL: Connection = { state: 'problem', problem: 'storage_full' };

/** Creates a report that starts signed out. Returns it with everything that it reports. */
function createReport() {
  const shown: Connection[] = [];
  const recorded: Connection[] = [];
  const report = createConnectionReport({
    initial: { state: 'signed_out', problem: null },
    journal: { connection: (connection) => void recorded.push(connection) },
    publisher: {
      update: ({ connection }) => {
        if (connection !== undefined) shown.push(connection);
      },
    },
  });
  return { report, shown, recorded };
}

it('reports each change to the screens and to the journal', () => {
  const { report, shown, recorded } = createReport();
  expect(shown).toEqual([]);
  report.connectionChanged(RECONNECTING);
  report.connectionChanged(LISTENING);
  expect(shown).toEqual([RECONNECTING, LISTENING]);
  expect(recorded).toEqual(shown);
});

it('shows a problem of the storage instead of any other while it listens', () => {
  const { report, shown } = createReport();
  report.connectionChanged(CHAT_REFUSED);
  report.storageFailed('storage_full');
  report.connectionChanged(LISTENING);
  expect(shown).toEqual([CHAT_REFUSED, STORAGE_FULL, STORAGE_FULL]);
  expect(report.connection).toEqual(LISTENING);
});

it('shows a lost connection instead of a problem of the storage', () => {
  const { report, shown } = createReport();
  report.storageFailed('storage_full');
  report.connectionChanged(RECONNECTING);
  report.connectionChanged(LISTENING);
  expect(shown.slice(1)).toEqual([RECONNECTING, STORAGE_FULL]);
});

it('shows the connection as it is when the storage works again', () => {
  const { report, shown } = createReport();
  report.connectionChanged(CHAT_REFUSED);
  report.storageWorks();
  expect(shown).toEqual([CHAT_REFUSED]);
  report.storageFailed('storage_full');
  report.storageWorks();
  expect(shown).toEqual([CHAT_REFUSED, STORAGE_FULL, CHAT_REFUSED]);
});

it('shows that listening could not begin instead of any state, until it can', () => {
  const { report, shown } = createReport();
  report.reconcilingFailed('database_damaged');
  report.connectionChanged(RECONNECTING);
  report.connectionChanged(LISTENING);
  report.reconcilingWorks();
  report.reconcilingWorks();
  const damaged: Connection = { state: 'problem', problem: 'database_damaged' };
  expect(shown).toEqual([damaged, damaged, damaged, LISTENING]);
});
