import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chromiumPath, firefoxPath } from './find-browser.ts';

/** One step of the whole test: an npm script, and where it leaves its own figures, if it has any. */
interface Step {
  script: string;
  report?: { file: string; read: (json: never) => Tally };
}

interface Tally {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const vitest = ({ numPassedTests, numTotalTests }: VitestReport): Tally => ({
  passed: numPassedTests,
  failed: numTotalTests - numPassedTests,
});

// A test that was skipped or passed at the second try has not passed.
const playwright = ({ stats }: PlaywrightReport): Tally => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
});

const STEPS: readonly Step[] = [
  { script: 'prepare' },
  { script: 'format:check' },
  { script: 'lint' },
  { script: 'types' },
  { script: 'build' },
  { script: 'build:firefox' },
  // After the builds, whose manifests some of them read.
  { script: 'unit', report: { file: 'test-results/unit.json', read: vitest } },
  { script: 'size' },
  { script: 'knip' },
  { script: 'lint:store' },
  { script: 'e2e:chrome', report: { file: 'test-results/e2e-chrome.json', read: playwright } },
  { script: 'e2e:firefox', report: { file: 'test-results/e2e-firefox.json', read: vitest } },
];

function run({ script, report }: Step): Tally {
  if (report !== undefined) rmSync(report.file, { force: true });
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (report === undefined) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  if (!existsSync(report.file)) return { passed: 0, failed: 1 };
  const tally = report.read(JSON.parse(readFileSync(report.file, 'utf8')) as never);
  // A runner can fail without a failing test, as when a file does not load.
  return { ...tally, failed: Math.max(tally.failed, status === 0 ? 0 : 1) };
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
const total: Tally = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
for (const step of STEPS) {
  const start = Date.now();
  console.log(`\n── ${step.script}`);
  const { passed, failed } = run(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSteps.push(step.script);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`── ${step.script}: ${failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
}
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
