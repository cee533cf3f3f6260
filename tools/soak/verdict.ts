import type { Sample } from './evening.ts';
import type { Ledger } from './full-audit.ts';
import { type Trend, trendOf } from './trend.ts';

/** Everything that a soak found out. */
export interface Findings {
  ledger: Ledger;
  /** All counters together. */
  counted: number;
  /** How many EventSub sessions there were. */
  sessions: number;
  /** Sockets that the extension holds at the end. */
  sockets: number;
  /** Frames that the extension sent, which it never may. */
  framesFromUs: number;
  databaseBytes: number;
  /** One an evening. */
  samples: readonly Sample[];
}

/** The figures that must not grow, by what they are called. */
const GAUGES: Readonly<Record<string, (sample: Sample) => number>> = {
  'worker heap, bytes': ({ worker }) => worker.heapBytes,
  'panel page heap, bytes': ({ panel }) => panel.heapBytes,
  'panel page DOM nodes': ({ panel }) => panel.nodes,
  'panel page listeners': ({ panel }) => panel.listeners,
  'popup heap, bytes': ({ popup }) => popup.heapBytes,
  'popup DOM nodes': ({ popup }) => popup.nodes,
  'popup listeners': ({ popup }) => popup.listeners,
};

const ROWS = 10;

/** The samples since the worker started last: with one that starts, a memory begins anew. */
function ofLastWorker(samples: readonly Sample[]): Sample[] {
  const startedAt = samples.at(-1)?.worker.startedAt;
  return samples.filter(({ worker }) => worker.startedAt === startedAt);
}

/** How each figure that must not grow developed. */
export function trendsOf(samples: readonly Sample[]): [what: string, trend: Trend | null][] {
  const comparable = ofLastWorker(samples);
  return Object.entries(GAUGES).map(([what, read]) => [what, trendOf(comparable.map(read))]);
}

/** What is not as it must be, in words; nothing for a soak that went well. */
export function faultsOf(findings: Findings): string[] {
  const { ledger, counted, sockets, framesFromUs, samples } = findings;
  const rows = samples.flatMap(({ panel, popup }) => [panel.rows, popup.rows]);
  const must: [isSo: boolean, otherwise: string][] = [
    [ledger.stored > 0, 'nothing was stored'],
    [ledger.lost.length === 0, `${ledger.lost.length} lost: ${JSON.stringify(ledger.lost)}`],
    [ledger.twice.length === 0, `stored twice: ${ledger.twice.join(', ')}`],
    [ledger.madeUp.length === 0, `never happened: ${ledger.madeUp.join(', ')}`],
    [ledger.overlapping === 0, `${ledger.overlapping} gaps overlap`],
    [counted === ledger.records, `${counted} counted, but ${ledger.records} events`],
    [sockets === 1, `${sockets} sockets are open`],
    [framesFromUs === 0, `${framesFromUs} frames were sent to Twitch`],
    [rows.every((count) => count <= ROWS), `${Math.max(...rows)} rows were shown`],
    [rows.slice(-2).every((count) => count === ROWS), 'panel or popup lacks rows at the end'],
    ...trendsOf(samples).map(([what, trend]): [boolean, string] => [
      trend?.isFlat ?? true,
      `${what}: grew from ${trend?.first} to ${trend?.last}`,
    ]),
  ];
  return must.filter(([isSo]) => !isSo).map(([, otherwise]) => otherwise);
}
