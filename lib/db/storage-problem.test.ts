import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/domain/problem';
import { problemOfOpening, problemOfStorage } from './storage-problem';

const full = new DOMException('no room', 'QuotaExceededError');

describe('what the user hears of an error of the database', () => {
  it.each([
    ['the browser has no room', full, 'storage_full', 'storage_full'],
    ['Dexie says so', new Dexie.QuotaExceededError('full'), 'storage_full', 'storage_full'],
    [
      'the transaction was aborted for it',
      new Dexie.AbortError(full),
      'storage_full',
      'storage_full',
    ],
    [
      'the database is of a newer build',
      new Dexie.DatabaseClosedError(new ProblemError('database_newer')),
      'database_newer',
      'database_newer',
    ],
    ['anything else', new Error('disk I/O'), 'storage_failed', 'database_damaged'],
    ['nothing that is an error', 'what?', 'storage_failed', 'database_damaged'],
  ])('%s', (_name, error, whileUsing, whileOpening) => {
    expect(problemOfStorage(error)).toBe(whileUsing);
    expect(problemOfOpening(error)).toBe(whileOpening);
  });
});
