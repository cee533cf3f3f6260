import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: ['chrome/**/*.test.ts', 'faults/*.test.ts'],
  fullyParallel: true,
  // Each test starts a browser and a simulator of its own. Tests that mostly wait, for an alarm or the next
  // look, do so beside the two that need the processors.
  workers: 3,
  projects: [
    { name: 'busy', grepInvert: /@waits/, workers: 2 },
    { name: 'waits', grep: /@waits/, workers: 1 },
  ],
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e-chrome.json' }]],
  outputDir: 'test-results/e2e-chrome',
});
