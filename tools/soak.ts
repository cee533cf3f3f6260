import { execFileSync } from 'node:child_process';
import type { Sent } from '../tests/simulator/core/sent-log.ts';
import { readCounts, readTable } from './log.ts';
import { calendar, type Evening } from './soak/calendar.ts';
import { playEvening, type Sample, sentSince, takeSample } from './soak/evening.ts';
import { balance, type Ledger } from './soak/ledger.ts';
import { readOptions } from './soak/options.ts';
import { report } from './soak/report.ts';
import { type Findings, faultsOf } from './soak/verdict.ts';
import { until, type World, withWorld } from './soak/world.ts';

/** Plays a month of evenings to the extension and looks at what became of it. */

const SETTLES_WITHIN_MS = 30_000;

function tell(night: number, { happenings }: Evening, { worker, panel }: Sample): void {
  const kinds = happenings.map(({ kind }) => kind).join(', ');
  const heaps = [worker, panel].map(({ heapBytes }) => (heapBytes / 1e6).toFixed(2));
  console.log(`evening ${night + 1}: worker ${heaps[0]} MB, panel page ${heaps[1]} MB (${kinds})`);
}

async function balanceOf({ log }: World, sent: readonly Sent[]): Promise<Ledger> {
  return balance(sent, await readTable(log, 'events'), await readTable(log, 'gaps'));
}

/** What is on its way to the database may take a moment; what is lost never comes. */
async function finalBalance(world: World, sent: readonly Sent[]): Promise<Ledger> {
  const deadline = Date.now() + SETTLES_WITHIN_MS;
  let ledger = await balanceOf(world, sent);
  await until('all is in the database', world.stop, async () => {
    ledger = await balanceOf(world, sent);
    return ledger.lost.length === 0 || Date.now() > deadline;
  });
  return ledger;
}

async function play(world: World, evenings: readonly Evening[], speed: number): Promise<Findings> {
  const { admin, log } = world;
  const sent: Sent[] = [];
  const samples: Sample[] = [];
  for (const [night, evening] of evenings.entries()) {
    await playEvening(world, evening, speed);
    sent.push(...(await sentSince(world, sent.at(-1)?.number ?? 0)));
    const sample = await takeSample(world);
    samples.push(sample);
    tell(night, evening, sample);
  }
  const ledger = await finalBalance(world, sent);
  const { sessions, inbound_frames } = await admin.state();
  return {
    ledger,
    counted: (await readCounts(log)).reduce((sum, { count }) => sum + count, 0),
    sessions: sessions.length,
    sockets: sessions.reduce((sum, session) => sum + session.sockets, 0),
    framesFromUs: inbound_frames.length,
    databaseBytes: await log.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0),
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
  const evenings = calendar(options);
  try {
    const world = { seed: options.seed, stop: stopping.signal };
    const findings = await withWorld(world, (world) => play(world, evenings, options.speed));
    report(evenings, findings);
    console.log(`\nIt took ${((Date.now() - begin) / 60_000).toFixed(1)} minutes.`);
    const faults = faultsOf(findings);
    for (const fault of faults) console.error(`NOT RIGHT: ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    console.log('Ended before its time.');
    return 130;
  }
}

process.exitCode = await main();
