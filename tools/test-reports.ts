import { relative } from 'node:path';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/node';

/** The outcome of a test run. */
export interface Tally {
  passed: number;
  /** Names of the tests that did not pass: file, groups and title. */
  failed: string[];
}

interface Outcome {
  name: string;
  hasPassed: boolean;
}

const joinName = (...parts: readonly string[]) => parts.join(' › ');

function tally(outcomes: readonly Outcome[]): Tally {
  const failed = outcomes.filter(({ hasPassed }) => !hasPassed).map(({ name }) => name);
  return { passed: outcomes.length - failed.length, failed };
}

/** Reads a JSON report of Vitest. Skipped tests and files that do not load count as failed. */
export function readVitestReport({ testResults }: JsonTestResults): Tally {
  return tally(
    testResults.flatMap(({ name: path, status, assertionResults: tests }): Outcome[] => {
      const file = relative('.', path);
      if (tests.length === 0 && status === 'failed') return [{ name: file, hasPassed: false }];
      return tests.map(({ ancestorTitles, title, status }) => ({
        name: joinName(file, ...ancestorTitles, title),
        hasPassed: status === 'passed',
      }));
    }),
  );
}

function outcomesIn(suite: JSONReportSuite, outer: readonly string[] = []): Outcome[] {
  const groups = [...outer, suite.title];
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ status }) => ({
      name: joinName(...groups, title),
      hasPassed: status === 'expected',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => outcomesIn(inner, groups))];
}

/**
 * Reads a JSON report of Playwright. Skipped tests, tests that pass only when retried, and errors
 * outside of tests count as failed.
 */
export function readPlaywrightReport({ suites, errors }: JSONReport): Tally {
  const outside = errors.map(({ message = 'unknown error' }) => ({
    name: message.split('\n', 1).join(''),
    hasPassed: false,
  }));
  return tally([...suites.flatMap((suite) => outcomesIn(suite)), ...outside]);
}
