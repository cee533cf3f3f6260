import type { Sample } from './evening.ts';
import type { FullAudit } from './full-audit.ts';
import { type Trend, trendOf } from './trend.ts';

/** The results of a soak. */
export interface Findings {
  /** One of each streamer. */
  audits: readonly FullAudit[];
  /** The sum of all counters. */
  counted: number;
  /** The number of EventSub sessions. */
  sessions: number;
  /** Open sockets at the end. */
  sockets: number;
  /** Frames that the extension sent to Twitch, which is never allowed. */
  sentFrames: number;
  databaseBytes: number;
  /** One sample per evening. */
  samples: readonly Sample[];
}

/** The figures that must not grow, by name. */
const MUST_NOT_GROW: Readonly<Record<string, (sample: Sample) => number>> = {
  'worker heap, bytes': ({ worker }) => worker.heapBytes,
  'panel page heap, bytes': ({ panel }) => panel.heapBytes,
  'panel page DOM nodes': ({ panel }) => panel.nodes,
  'panel page listeners': ({ panel }) => panel.listeners,
  'popup heap, bytes': ({ popup }) => popup.heapBytes,
  'popup DOM nodes': ({ popup }) => popup.nodes,
  'popup listeners': ({ popup }) => popup.listeners,
};

const ROWS = 10;

/** Returns the samples of the last worker. A worker that starts begins with an empty memory. */
function ofLastWorker(samples: readonly Sample[]): Sample[] {
  const startedAt = samples.at(-1)?.worker.startedAt;
  return samples.filter(({ worker }) => worker.startedAt === startedAt);
}

/** Returns the trend of each figure that must not grow, by name. */
export function trendsOf(samples: readonly Sample[]): [name: string, trend: Trend | null][] {
  const comparable = ofLastWorker(samples);
  return Object.entries(MUST_NOT_GROW).map(([name, read]) => [name, trendOf(comparable.map(read))]);
}

type Check = readonly [isMet: boolean, problem: string];

function checksOf(audit: FullAudit): Check[] {
  const { streamerId, stored, lost, duplicates, madeUp, overlapping } = audit;
  const checks: Check[] = [
    [stored > 0, 'nothing was stored'],
    [lost.length === 0, `${lost.length} lost: ${JSON.stringify(lost)}`],
    [duplicates.length === 0, `stored twice: ${duplicates.join(', ')}`],
    [madeUp.length === 0, `never happened: ${madeUp.join(', ')}`],
    [overlapping === 0, `${overlapping} gaps overlap`],
  ];
  return checks.map(([isMet, problem]) => [isMet, `streamer ${streamerId}: ${problem}`]);
}

/** Returns a description of each problem; none if the soak went well. */
export function problemsOf(findings: Findings): string[] {
  const { audits, counted, sockets, sentFrames, samples } = findings;
  const rows = samples.flatMap(({ panel, popup }) => [panel.rows, popup.rows]);
  const records = audits.reduce((sum, audit) => sum + audit.records, 0);
  const checks: Check[] = [
    ...audits.flatMap(checksOf),
    [counted === records, `${counted} counted, but ${records} events`],
    [sockets === 1, `${sockets} sockets are open`],
    [sentFrames === 0, `${sentFrames} frames were sent to Twitch`],
    [rows.every((count) => count <= ROWS), `${Math.max(...rows)} rows were shown`],
    [rows.slice(-2).every((count) => count === ROWS), 'panel or popup lacks rows at the end'],
    ...trendsOf(samples).map(
      ([name, trend]): Check => [
        trend?.isFlat ?? true,
        `${name}: grew from ${trend?.first} to ${trend?.last}`,
      ],
    ),
  ];
  return checks.filter(([isMet]) => !isMet).map(([, problem]) => problem);
}
