import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { outputEnvironment } from './output.ts';

/** Runs the fault suites in their long form, and prints what they measured. */

const MEASUREMENTS = 'test-results/fault-measurements.jsonl';

/** The suites as commands, and the build that the second suite tests. */
const COMMANDS = [
  ['vitest', 'run', '--project', 'logic', '--reporter=verbose', 'tests/faults'],
  ['wxt', 'build'],
  ['playwright', 'test', 'tests/e2e/faults'],
] as const;

function run([tool, ...args]: readonly [string, ...string[]]): boolean {
  const { status } = spawnSync(tool, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...outputEnvironment(), FAULTS: 'long', FAULT_MEASUREMENTS: MEASUREMENTS },
  });
  return status === 0;
}

interface Line {
  test: string;
  measurements: Record<string, number>;
}

function printMeasurements(): void {
  if (!existsSync(MEASUREMENTS)) return;
  const text = readFileSync(MEASUREMENTS, 'utf8').trim();
  const lines = text.split('\n').map((line) => JSON.parse(line) as Line);
  for (const [test, ofTest] of Map.groupBy(lines, (line) => line.test)) {
    console.log(`\n${test}`);
    for (const [name, value] of ofTest.flatMap((line) => Object.entries(line.measurements))) {
      console.log(`  ${name.padEnd(60)} ${value.toLocaleString('en').padStart(10)}`);
    }
  }
}

mkdirSync('test-results', { recursive: true });
rmSync(MEASUREMENTS, { force: true });
const results = COMMANDS.map(run);
printMeasurements();
process.exit(results.every(Boolean) ? 0 : 1);
