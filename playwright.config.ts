import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: ['chrome/**/*.test.ts', 'faults/*.test.ts'],
  fullyParallel: true,
  // Each test starts a browser and a simulator of its own.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e-chrome.json' }]],
  outputDir: 'test-results/e2e-chrome',
});
