import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/domain/problem';
import { problemOfOpening, problemOfStorage } from './storage-problem';

const full = new DOMException('no room', 'QuotaExceededError');

/** What Firefox 140 throws in permanent private browsing. */
const noHistory = new DOMException(
  'A mutation operation was attempted on a database that did not allow mutations.',
  'InvalidStateError',
);

describe('the problem of a database error', () => {
  it.each([
    ['if the browser has no room', full, 'storage_full', 'storage_full'],
    [
      'if Dexie reports that there is no room',
      new Dexie.QuotaExceededError('full'),
      'storage_full',
      'storage_full',
    ],
    [
      'if the transaction was aborted because of that',
      new Dexie.AbortError(full),
      'storage_full',
      'storage_full',
    ],
    [
      'if the database is of a newer build',
      new Dexie.DatabaseClosedError(new ProblemError('database_newer')),
      'database_newer',
      'database_newer',
    ],
    [
      'if the browser keeps no history',
      new Dexie.DatabaseClosedError(new Dexie.OpenFailedError(noHistory)),
      'storage_private',
      'storage_private',
    ],
    [
      'if the database is in another invalid state',
      new DOMException('The connection was closed.', 'InvalidStateError'),
      'storage_failed',
      'database_damaged',
    ],
    ['for any other error', new Error('disk I/O'), 'storage_failed', 'database_damaged'],
    ['for a thrown text', 'text', 'storage_failed', 'database_damaged'],
  ])('reports the right problem %s', (_name, error, whileUsing, whileOpening) => {
    expect(problemOfStorage(error)).toBe(whileUsing);
    expect(problemOfOpening(error)).toBe(whileOpening);
  });
});
