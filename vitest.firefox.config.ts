import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['verbose', 'json'],
    outputFile: { json: 'test-results/e2e-firefox.json' },
    environment: 'node',
    include: ['tests/e2e/firefox/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
