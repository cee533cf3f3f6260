import { expect, it } from 'vitest';
import type { Connection } from '@/lib/domain/connection/connection';
import { createConnectionReport } from './connection-report';

const LISTENING: Connection = { state: 'listening', problem: null };
const CHAT_REFUSED: Connection = { state: 'listening', problem: 'chat_refused' };
const RECONNECTING: Connection = { state: 'reconnecting', problem: 'offline' };
const STORAGE_FULL: Connection = { state: 'listening', problem: 'storage_full' };

/** A report that starts signed out, with everything that it shows and writes to the journal. */
function reporting() {
  const shown: Connection[] = [];
  const journaled: Connection[] = [];
  const report = createConnectionReport({
    initial: { state: 'signed_out', problem: null },
    journal: { connection: (connection) => void journaled.push(connection) },
    publisher: {
      update: ({ connection }) => {
        if (connection !== undefined) shown.push(connection);
      },
    },
  });
  return { report, shown, journaled };
}

it('reports each change to the screens and to the journal', () => {
  const { report, shown, journaled } = reporting();
  expect(shown).toEqual([]);
  report.connectionChanged(RECONNECTING);
  report.connectionChanged(LISTENING);
  expect(shown).toEqual([RECONNECTING, LISTENING]);
  expect(journaled).toEqual(shown);
});

it('shows a problem of the storage instead of any other while events arrive', () => {
  const { report, shown } = reporting();
  report.connectionChanged(CHAT_REFUSED);
  report.storageFailed('storage_full');
  report.connectionChanged(LISTENING);
  expect(shown).toEqual([CHAT_REFUSED, STORAGE_FULL, STORAGE_FULL]);
  expect(report.connection).toEqual(LISTENING);
});

it('shows why no events arrive rather than a problem of the storage', () => {
  const { report, shown } = reporting();
  report.storageFailed('storage_full');
  report.connectionChanged(RECONNECTING);
  report.connectionChanged(LISTENING);
  expect(shown.slice(1)).toEqual([RECONNECTING, STORAGE_FULL]);
});

it('shows the connection again once the storage works, and only then', () => {
  const { report, shown } = reporting();
  report.connectionChanged(CHAT_REFUSED);
  report.storageWorks();
  expect(shown).toEqual([CHAT_REFUSED]);
  report.storageFailed('storage_full');
  report.storageWorks();
  expect(shown).toEqual([CHAT_REFUSED, STORAGE_FULL, CHAT_REFUSED]);
});
