import { execFileSync } from 'node:child_process';
import { arch, cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { BENCHMARKS } from '../tests/bench/benchmarks.ts';
import { type Figure, isReached, median } from '../tests/bench/core/figure.ts';
import { tableOf } from '../tests/bench/core/table.ts';

/** Measures how fast the extension is, each figure beside a baseline of the same run. */

const USAGE = `npm run bench -- [--only NAME]… [--rounds N] [--json]
  --only NAME  one benchmark; may be repeated: ${BENCHMARKS.map(({ name }) => name).join(', ')}
  --rounds N   how often each figure and its baseline are measured, one after the other (5)
  --json       the last line is JSON`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

function chosenBenchmarks() {
  const names = new Set(BENCHMARKS.map(({ name }) => name));
  const unknown = options.only.filter((name) => !names.has(name));
  if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}.\n${USAGE}`);
  if (options.only.length === 0)
    return BENCHMARKS.filter(({ isOnRequest }) => isOnRequest !== true);
  return BENCHMARKS.filter(({ name }) => options.only.includes(name));
}

function chosenRounds(): number {
  const rounds = Number(options.rounds);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error(`--rounds is a whole number above 0, not "${options.rounds}".\n${USAGE}`);
}

/** Progress is no result: it goes where a pipe does not read it. */
const progress = (text: string) => void process.stderr.write(`  ${text}\n`);

function asJson(benchmark: string, figure: Figure) {
  const { what, unit, values, baseline, reach } = figure;
  return {
    benchmark,
    what,
    unit,
    median: median(values),
    values,
    ...(baseline && { baseline: { ...baseline, median: median(baseline.values) } }),
    ...(reach && { reach: reach.text, isReached: isReached(figure) }),
  };
}

async function main(): Promise<void> {
  const benchmarks = chosenBenchmarks();
  const rounds = chosenRounds();
  progress('building the extension …');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${arch()}`;
  console.log(`${new Date().toISOString().slice(0, 10)}, ${machine}, ${rounds} rounds`);
  const results: ReturnType<typeof asJson>[] = [];
  for (const { name, what, run } of benchmarks) {
    console.log(`\n${name}: ${what}\n`);
    const figures = await run({ rounds, progress });
    console.log(tableOf(figures));
    results.push(...figures.map((figure) => asJson(name, figure)));
  }
  if (options.json) console.log(JSON.stringify({ machine, rounds, figures: results }));
}

await main();
