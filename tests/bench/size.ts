import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import type { Benchmark } from './core/benchmark.ts';
import { atMost, type Figure } from './core/figure.ts';

/** The most that each part may have. `npm test` holds the first three to limits of their own. */
const LIMITS: Readonly<Record<string, number>> = {
  'content script': 40,
  popup: 80,
  background: 130,
  zip: 600,
};

function sizeFigure(what: string, bytes: number): Figure {
  const limit = LIMITS[what];
  return {
    what,
    unit: 'kB',
    values: [bytes / 1000],
    ...(limit !== undefined && { reach: atMost(limit, 'kB') }),
  };
}

function run(command: string, ...args: string[]): string {
  return execFileSync('npm', ['run', '--silent', command, '--', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What size-limit reports of a part. */
interface PartSize {
  name: string;
  size: number;
}

/** How large the extension is: its parts compressed, and the file for the store. */
export const size: Benchmark = {
  name: 'size',
  what: 'what is loaded of the extension, compressed, and the file for the store',
  run: async ({ progress }) => {
    progress('packing the extension …');
    run('zip');
    const [archive] = globSync('.output/*-chrome.zip');
    if (archive === undefined) throw new Error('wxt zip has made no file for Chrome.');
    const parts: PartSize[] = JSON.parse(run('size', '--json'));
    return [
      ...parts.map((part) => sizeFigure(part.name, part.size)),
      sizeFigure('zip', statSync(archive).size),
    ];
  },
};
