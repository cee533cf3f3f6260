import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const shared = { setupFiles: ['tests/support/setup.ts'], restoreMocks: true };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          ...shared,
          name: 'logic',
          environment: 'node',
          include: [
            '{lib,tools}/**/*.test.ts',
            'tests/{integration,conventions,simulator,faults}/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          ...shared,
          name: 'screens',
          environment: 'happy-dom',
          include: ['{components,entrypoints}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
