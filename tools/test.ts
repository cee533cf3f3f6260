import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { chromiumPath, firefoxPath } from './browser/find-browser.ts';
import { outputEnvironment } from './output.ts';
import { readPlaywrightReport, readVitestReport, type Tally } from './test-reports.ts';

/** Runs every check and every test of the project. */

/** An npm script, and the report that it writes if it runs tests. */
interface Step {
  script: string;
  report?: { file: string; read: (json: never) => Tally } | undefined;
}

const FIRST: readonly Step[] = [
  { script: 'prepare' },
  { script: 'format:check' },
  { script: 'build' },
  { script: 'build:firefox' },
];

/** Mostly waits for its browser, so it runs beside the checks that need one processor. */
const FIREFOX: Step = {
  script: 'e2e:firefox',
  report: { file: 'test-results/e2e-firefox.json', read: readVitestReport },
};

const CHECKS: readonly Step[] = [
  { script: 'lint' },
  { script: 'types' },
  { script: 'size' },
  { script: 'knip' },
  { script: 'lint:store' },
];

const LAST: readonly Step[] = [
  // After the builds, because some unit tests read what was built.
  { script: 'unit', report: { file: 'test-results/unit.json', read: readVitestReport } },
  {
    script: 'e2e:chrome',
    report: { file: 'test-results/e2e-chrome.json', read: readPlaywrightReport },
  },
];

const COMMAND = ['run', '--silent'];
const OPTIONS = { shell: process.platform === 'win32', env: outputEnvironment() };

/** Runs a step. */
function run({ script, report }: Step): Tally {
  if (report !== undefined) rmSync(report.file, { force: true });
  const { status } = spawnSync('npm', [...COMMAND, script], {
    ...OPTIONS,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return tallyOf({ script, report }, status);
}

/** Runs a step while others run. What it writes is shown when it has ended. */
async function runBeside({ script, report }: Step): Promise<Tally> {
  if (report !== undefined) rmSync(report.file, { force: true });
  mkdirSync('test-results', { recursive: true });
  const file = `test-results/${script.replace(':', '-')}.log`;
  // A file, because nobody reads a pipe while `spawnSync` runs.
  const output = openSync(file, 'w');
  const child = spawn('npm', [...COMMAND, script], {
    ...OPTIONS,
    stdio: ['ignore', output, output],
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  closeSync(output);
  process.stdout.write(readFileSync(file));
  return tallyOf({ script, report }, status);
}

/** Returns what a step that has ended has shown. A step without a report counts as one test. */
function tallyOf({ script, report }: Step, status: number | null): Tally {
  const hasSucceeded = status === 0;
  if (report === undefined)
    return { passed: hasSucceeded ? 1 : 0, failed: hasSucceeded ? [] : [script] };
  if (!existsSync(report.file)) return { passed: 0, failed: [`${script} › wrote no report`] };
  const { passed, failed } = report.read(JSON.parse(readFileSync(report.file, 'utf8')) as never);
  // A runner can fail without a failed test, for instance by an error after the last one.
  if (failed.length === 0 && !hasSucceeded) failed.push(`ended with exit code ${status}`);
  return { passed, failed: failed.map((name) => `${script} › ${name}`) };
}

function ensureBrowsers(): void {
  try {
    console.log(`Chromium: ${chromiumPath()}\nFirefox: ${firefoxPath()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

ensureBrowsers();
const total: Tally = { passed: 0, failed: [] };

async function take(script: string, tally: () => Tally | Promise<Tally>): Promise<void> {
  const start = Date.now();
  console.log(`\n── ${script}`);
  const { passed, failed } = await tally();
  total.passed += passed;
  total.failed.push(...failed);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`── ${script}: ${failed.length === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
}

for (const step of FIRST) await take(step.script, () => run(step));
const firefox = runBeside(FIREFOX);
for (const step of CHECKS) await take(step.script, () => run(step));
await take(FIREFOX.script, () => firefox);
for (const step of LAST) await take(step.script, () => run(step));
if (total.failed.length > 0)
  console.log(`\nFailed:\n${total.failed.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
process.exit(total.failed.length === 0 ? 0 : 1);
