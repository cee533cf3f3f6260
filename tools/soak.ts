import { execFileSync } from 'node:child_process';
import type { SentEvent } from '../tests/simulator/core/sent-log.ts';
import { SEVERAL } from '../tests/simulator/scenario/several.ts';
import { readCounts, readTable } from './browser/database.ts';
import { createCalendar, type Evening } from './soak/calendar.ts';
import { playEvening, type Sample, sentSince, takeSample } from './soak/evening.ts';
import { type FullAudit, fullAudits } from './soak/full-audit.ts';
import { readOptions } from './soak/options.ts';
import { printReport } from './soak/report.ts';
import { type Findings, problemsOf } from './soak/verdict.ts';
import { until, type World, withWorld } from './soak/world.ts';

/** Plays a month of evenings to the extension, and checks what it stored and how much memory it uses. */

/** The time in which the last events reach the database. */
const SETTLES_WITHIN_MS = 30_000;

function printEvening(
  night: number,
  { incidents }: Evening,
  { worker, panel, popup }: Sample,
): void {
  const kinds = incidents.map(({ kind }) => kind).join(', ');
  const heaps = [worker, panel, popup].map(({ heapBytes }) => (heapBytes / 1e6).toFixed(2));
  console.log(`evening ${night + 1}: MB ${heaps.join(', ')} of worker, panel and popup (${kinds})`);
}

async function auditsOf(
  { database, streamers }: World,
  sent: readonly SentEvent[],
): Promise<FullAudit[]> {
  const events = await readTable(database, 'events');
  const gaps = await readTable(database, 'gaps');
  return fullAudits({ sent, events, gaps }, streamers);
}

/** Audits until nothing is lost, or until it is too late for events on their way to the database. */
async function finalAudits(world: World, sent: readonly SentEvent[]): Promise<FullAudit[]> {
  const deadline = Date.now() + SETTLES_WITHIN_MS;
  let audits = await auditsOf(world, sent);
  await until('everything is in the database', world.stop, async () => {
    audits = await auditsOf(world, sent);
    return audits.every(({ lost }) => lost.length === 0) || Date.now() > deadline;
  });
  return audits;
}

async function play(world: World, evenings: readonly Evening[], speed: number): Promise<Findings> {
  const { admin, database } = world;
  const sent: SentEvent[] = [];
  const samples: Sample[] = [];
  for (const [night, evening] of evenings.entries()) {
    await playEvening(world, evening, speed);
    sent.push(...(await sentSince(world, sent.at(-1)?.number ?? 0)));
    const sample = await takeSample(world);
    samples.push(sample);
    printEvening(night, evening, sample);
  }
  const audits = await finalAudits(world, sent);
  const { sessions, inbound_frames } = await admin.state();
  return {
    audits,
    counted: (await readCounts(database)).reduce((sum, { count }) => sum + count, 0),
    sessions: sessions.length,
    sockets: sessions.reduce((sum, session) => sum + session.sockets, 0),
    sentFrames: inbound_frames.length,
    databaseBytes: await database.evaluate(
      async () => (await navigator.storage.estimate()).usage ?? 0,
    ),
    samples,
  };
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort());
  }
  console.log('Building the extension …');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const begin = Date.now();
  const evenings = createCalendar(options);
  try {
    const streamers = SEVERAL.slice(0, options.streamers);
    const world = { seed: options.seed, streamers, stop: stopping.signal };
    const findings = await withWorld(world, (world) => play(world, evenings, options.speed));
    printReport(evenings, findings);
    console.log(`\nIt took ${((Date.now() - begin) / 60_000).toFixed(1)} minutes.`);
    const problems = problemsOf(findings);
    for (const problem of problems) console.error(`PROBLEM: ${problem}`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    console.log('Ended early.');
    return 130;
  }
}

process.exitCode = await main();
