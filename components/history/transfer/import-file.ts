import type { Problem } from '@/lib/domain/problem';
import type { LineFault } from '@/lib/domain/transfer/fault';
import type { send as Send } from '@/lib/messaging/client';
import { FileError, partsOf } from './file-parts';

/** What became of a file. */
export interface ImportResult {
  added: number;
  known: number;
  /** The line because of which nothing was taken over. */
  fault?: LineFault;
  /** Why it could not be taken over completely. */
  problem?: Problem;
}

/** How an import is done. */
export interface ImportOptions {
  send: typeof Send;
  signal: AbortSignal;
  /** Called as the file is read, first to check all of it. `read` is from 0 to 1. */
  onProgress: (step: 'checking' | 'importing', read: number, added: number) => void;
}

/**
 * Takes the events of a file into the log. The file is read twice: nothing of it is taken over unless all
 * of it can be. Ends with an error as soon as the signal does.
 */
export async function importFile(file: Blob, options: ImportOptions): Promise<ImportResult> {
  try {
    return (await check(file, options)) ?? (await takeOver(file, options));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { added: 0, known: 0, fault: error.fault };
  }
}

async function check(
  file: Blob,
  { send, signal, onProgress }: ImportOptions,
): Promise<ImportResult | null> {
  if (file.size === 0) return failed({ fault: { line: 1, fault: 'wrong_format', field: null } });
  for await (const { read, ...part } of partsOf(file, signal)) {
    const reply = await send('history/import-check', part);
    if (!reply.ok) return failed({ problem: reply.problem });
    if (reply.value !== null) return failed({ fault: reply.value });
    onProgress('checking', read, 0);
  }
  return null;
}

async function takeOver(
  file: Blob,
  { send, signal, onProgress }: ImportOptions,
): Promise<ImportResult> {
  const result = { added: 0, known: 0 };
  for await (const { read, ...part } of partsOf(file, signal)) {
    const reply = await send('history/import', part);
    if (!reply.ok) return { ...result, problem: reply.problem };
    // The browser lets nobody change a file that is read.
    if ('fault' in reply.value) return { ...result, fault: reply.value };
    result.added += reply.value.added;
    result.known += reply.value.known;
    onProgress('importing', read, result.added);
  }
  return result;
}

function failed(why: Pick<ImportResult, 'fault' | 'problem'>): ImportResult {
  return { added: 0, known: 0, ...why };
}
