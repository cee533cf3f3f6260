import { resolve } from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import { describe, expect, it } from 'vitest';
import type { JsonTestResults } from 'vitest/node';
import { readPlaywrightReport, readVitestReport } from './test-reports.ts';

// Only the fields that are read.
const vitestReport = (testResults: object[]) => ({ testResults }) as unknown as JsonTestResults;
const playwrightReport = (report: object) => report as unknown as JSONReport;

describe('readVitestReport', () => {
  it('counts passed tests and names the others', () => {
    const report = vitestReport([
      {
        name: resolve('lib/time.test.ts'),
        status: 'failed',
        assertionResults: [
          { ancestorTitles: ['minutes', 'past'], title: 'are rounded', status: 'failed' },
          { ancestorTitles: ['minutes'], title: 'are counted', status: 'passed' },
          { ancestorTitles: [], title: 'has no clock', status: 'skipped' },
        ],
      },
    ]);
    expect(readVitestReport(report)).toEqual({
      passed: 1,
      failed: [
        'lib/time.test.ts › minutes › past › are rounded',
        'lib/time.test.ts › has no clock',
      ],
    });
  });

  it('names a file that does not load', () => {
    const report = vitestReport([
      { name: resolve('lib/time.test.ts'), status: 'failed', assertionResults: [] },
    ]);
    expect(readVitestReport(report)).toEqual({ passed: 0, failed: ['lib/time.test.ts'] });
  });
});

describe('readPlaywrightReport', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('counts expected outcomes and names the others, also in groups', () => {
    const report = playwrightReport({
      errors: [],
      suites: [
        {
          title: 'chrome/badge.test.ts',
          specs: [spec('counts', 'expected'), spec('is cleared', 'unexpected')],
          suites: [{ title: 'offline', specs: [spec('waits', 'flaky'), spec('asks', 'skipped')] }],
        },
      ],
    });
    expect(readPlaywrightReport(report)).toEqual({
      passed: 1,
      failed: [
        'chrome/badge.test.ts › is cleared',
        'chrome/badge.test.ts › offline › waits',
        'chrome/badge.test.ts › offline › asks',
      ],
    });
  });

  it('names an error outside of the tests by its first line', () => {
    const report = playwrightReport({ suites: [], errors: [{ message: 'No module x\n  at y' }] });
    expect(readPlaywrightReport(report)).toEqual({ passed: 0, failed: ['No module x'] });
  });
});
