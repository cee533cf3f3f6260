import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'happy-dom',
    include: [
      '{components,entrypoints,lib}/**/*.test.{ts,tsx}',
      'tests/{integration,conventions,simulator}/**/*.test.{ts,tsx}',
    ],
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
  },
});
