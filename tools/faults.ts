import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/** Runs the fault suites in their long form and prints what they measured. */

const FIGURES = 'test-results/fault-figures.jsonl';

/** The suites, each a command whose tests write their figures to the file they are told, and the build that some of them test. */
const SUITES = [
  ['vitest', 'run', '--project', 'logic', '--reporter=verbose', 'tests/faults'],
  ['wxt', 'build'],
  ['playwright', 'test', 'tests/e2e/faults'],
] as const;

function run([tool, ...args]: readonly [string, ...string[]]): boolean {
  const { status } = spawnSync(tool, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FAULTS: 'long', FAULT_FIGURES: FIGURES },
  });
  return status === 0;
}

interface Line {
  test: string;
  figures: Record<string, number>;
}

function printTable(): void {
  if (!existsSync(FIGURES)) return;
  const lines = readFileSync(FIGURES, 'utf8').trim().split('\n');
  const byTest = Map.groupBy(
    lines.map((line) => JSON.parse(line) as Line),
    ({ test }) => test,
  );
  for (const [test, noted] of byTest) {
    console.log(`\n${test}`);
    for (const [what, value] of noted.flatMap(({ figures }) => Object.entries(figures))) {
      console.log(`  ${what.padEnd(60)} ${value.toLocaleString('en').padStart(10)}`);
    }
  }
}

mkdirSync('test-results', { recursive: true });
rmSync(FIGURES, { force: true });
const results = SUITES.map(run);
printTable();
process.exit(results.every(Boolean) ? 0 : 1);
