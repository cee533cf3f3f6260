import { type History, measureHistory, openHistory } from './growth';
import { type IngestTimes, prepareIngest } from './ingest';

/** What a benchmark calls in the page. */
export interface BenchPage {
  /** Prepares `ingest` with so many frames. */
  prepareIngest(count: number): Promise<void>;
  ingest(): Promise<IngestTimes>;
  /** Creates the history with so many events. */
  seedHistory(size: number): Promise<void>;
  /** Returns milliseconds by what was measured in that history. */
  measureHistory(size: number): Promise<Record<string, number>>;
}

declare global {
  /** Only in the page of the benchmarks. */
  var bench: BenchPage;
}

let ingest: () => Promise<IngestTimes> = () => Promise.reject(new Error('Not prepared.'));
const histories = new Map<number, History>();

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
};
