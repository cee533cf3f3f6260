import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chromiumPath, firefoxPath } from './browser/find-browser.ts';
import { outputEnvironment } from './output.ts';
import { readPlaywrightReport, readVitestReport, type Tally } from './test-reports.ts';

/** Runs every check and every test of the project. */

/** An npm script, and the report that it writes if it runs tests. */
interface Step {
  script: string;
  report?: { file: string; read: (json: never) => Tally };
}

const STEPS: readonly Step[] = [
  { script: 'prepare' },
  { script: 'format:check' },
  { script: 'lint' },
  { script: 'types' },
  { script: 'build' },
  { script: 'build:firefox' },
  // After the builds, because some unit tests read what was built.
  { script: 'unit', report: { file: 'test-results/unit.json', read: readVitestReport } },
  { script: 'size' },
  { script: 'knip' },
  { script: 'lint:store' },
  {
    script: 'e2e:chrome',
    report: { file: 'test-results/e2e-chrome.json', read: readPlaywrightReport },
  },
  {
    script: 'e2e:firefox',
    report: { file: 'test-results/e2e-firefox.json', read: readVitestReport },
  },
];

/** Runs a step. A step without a report counts as one test. */
function run({ script, report }: Step): Tally {
  if (report !== undefined) rmSync(report.file, { force: true });
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: outputEnvironment(),
  });
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
for (const step of STEPS) {
  const start = Date.now();
  console.log(`\n── ${step.script}`);
  const { passed, failed } = run(step);
  total.passed += passed;
  total.failed.push(...failed);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`── ${step.script}: ${failed.length === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
}
if (total.failed.length > 0)
  console.log(`\nFailed:\n${total.failed.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
process.exit(total.failed.length === 0 ? 0 : 1);
