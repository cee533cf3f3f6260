import { type ExportFigures, measureExports } from './exporting';
import { type History, measureHistory, openHistory } from './growth';
import { type IngestTimes, prepareIngest } from './ingest';
import { measurePages, measureSearches, openLog, type SeededLog } from './log-reading';
import { measureYear, openYear } from './year';

/** What a benchmark calls in the page. */
export interface BenchPage {
  /** Prepares `ingest` with so many frames. */
  prepareIngest(count: number): Promise<void>;
  ingest(): Promise<IngestTimes>;
  /** Creates the history with so many events. */
  seedHistory(size: number): Promise<void>;
  /** Returns milliseconds by what was measured in that history. */
  measureHistory(size: number): Promise<Record<string, number>>;
  /** Creates the log with so many events, and its index if it is asked for. */
  seedLog(size: number, isIndexed: boolean): Promise<void>;
  /** Returns milliseconds by what was asked for. */
  measurePages(size: number): Promise<Record<string, number>>;
  measureSearches(size: number): Promise<Record<string, number>>;
  /** Returns figures by what was done. */
  measureExports(size: number): Promise<Record<string, ExportFigures>>;
  /** Creates the history of a year with so many events of several streamers. */
  seedYear(size: number): Promise<void>;
  /** Returns milliseconds by what was measured in that year. */
  measureYear(size: number): Promise<Record<string, number>>;
}

declare global {
  /** Only in the page of the benchmarks. */
  var bench: BenchPage;
}

let ingest: () => Promise<IngestTimes> = () => Promise.reject(new Error('Not prepared.'));
const histories = new Map<number, History>();
const logs = new Map<number, SeededLog>();

function logOf(size: number): SeededLog {
  const log = logs.get(size);
  if (log === undefined) throw new Error(`There is no log of ${size} events.`);
  return log;
}

globalThis.bench = {
  prepareIngest: async (count) => {
    ingest = await prepareIngest(count);
  },
  ingest: () => ingest(),
  seedHistory: async (size) => void histories.set(size, await openHistory(size)),
  measureHistory: async (size) => {
    const history = histories.get(size);
    if (history === undefined) throw new Error(`There is no history of ${size} events.`);
    return await measureHistory(history);
  },
  seedLog: async (size, isIndexed) => void logs.set(size, await openLog(size, isIndexed)),
  measurePages: async (size) => await measurePages(logOf(size)),
  measureSearches: async (size) => await measureSearches(logOf(size)),
  measureExports: async (size) => await measureExports(logOf(size)),
  seedYear: openYear,
  measureYear,
};
