import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { dexieBuild } from './tools/dexie-build.ts';
import { isTerminal } from './tools/output.ts';

const shared = {
  setupFiles: ['tests/support/setup.ts'],
  restoreMocks: true,
  // Node notices a change of the variable, but not that it is gone, so a test could leave its zone behind.
  env: { TZ: 'UTC' },
  unstubEnvs: true,
};

/** What runs in the extension's background, with a browser that keeps what is stored in it. */
const BACKGROUND = ['lib/{app,platform,settings}/**/*.test.ts', 'tests/integration/**/*.test.ts'];

/** What is shown in another time zone: only a process can have one, and no thread of it. */
const ZONES = ['components/history/statistics/StatisticsView.test.tsx'];

/** Tests that render. */
const SCREENS = { ...shared, environment: 'happy-dom' };

export default defineConfig({
  test: {
    // A log has no use for a dot per test: there, failures and a summary are enough.
    reporters: [isTerminal() ? 'dot' : 'minimal', 'json'],
    outputFile: { json: 'test-results/unit.json' },
    // By default, one processor less than there are: half of the two that a small machine has.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [WxtVitest()],
        resolve: { alias: dexieBuild },
        test: {
          ...shared,
          name: 'logic',
          environment: 'node',
          // Nothing in here keeps anything for the whole of a worker, so its files share the workers.
          isolate: false,
          include: [
            '{lib,tools}/**/*.test.ts',
            'tests/{bench,conventions,simulator,faults}/**/*.test.ts',
          ],
          exclude: BACKGROUND,
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias: dexieBuild },
        // A thread starts faster than a process.
        test: {
          ...shared,
          name: 'background',
          environment: 'node',
          pool: 'threads',
          include: BACKGROUND,
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias: dexieBuild },
        test: {
          ...SCREENS,
          name: 'screens',
          pool: 'threads',
          include: ['{components,entrypoints}/**/*.test.{ts,tsx}'],
          exclude: ZONES,
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias: dexieBuild },
        test: { ...SCREENS, name: 'zones', include: ZONES },
      },
    ],
  },
});
