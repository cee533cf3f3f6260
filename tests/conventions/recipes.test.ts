import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from '@/lib/db/database';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { CATALOG } from '@/lib/twitch/eventsub/catalog/catalog';
import packageJson from '@/package.json';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');
const topFolders = new Set(files.filter((f) => f.includes('/')).map((file) => file.split('/')[0]));
const fileNames = new Set(files.map((file) => basename(file)));

/** Returns true if the repository has the file or folder. `<version>` stands for any text. */
function exists(path: string): boolean {
  return globSync(path.replaceAll(/<\w+>/g, '*')).length > 0;
}

function textsBetween(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, match]) => String(match));
}

/** Returns the words of a document's code spans and code blocks. */
function codeWords(text: string): string[] {
  const blocks = textsBetween(text, /^```\w*\n(.*?)^```/gms);
  const spans = textsBetween(text.replaceAll(/^```.*?^```/gms, ''), /`([^`]+)`/g);
  return [...blocks, ...spans].flatMap((code) => code.split(/[\s,{}]+/));
}

/** Returns the paths of a document that do not exist. */
function missingPaths(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const links = textsBetween(text, /\]\((?!https?:)([^)#]+)[^)]*\)/g)
    .map((link) => join(document, '..', link))
    .filter((path) => !exists(path));
  const words = codeWords(text);
  const paths = words.filter((word) => topFolders.has(word.split('/')[0]) && word.includes('/'));
  const names = words.filter((word) => /^[\w.-]+\.(?:[cm]?js|tsx?|json|yml|css)$/.test(word));
  return [
    ...links,
    ...paths.filter((path) => !exists(path)),
    ...names.filter((name) => !fileNames.has(name)),
  ];
}

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/performance.md',
  'docs/reliability.md',
  'docs/scaling.md',
  'docs/security.md',
  'docs/twitch.md',
])('%s', (document) => {
  it('names only files and folders that exist', () => {
    expect(missingPaths(document)).toEqual([]);
  });

  it('names only scripts of package.json', () => {
    const scripts = textsBetween(readFileSync(document, 'utf8'), /npm run ([\w:]+)/g);
    expect(scripts.filter((script) => !Object.hasOwn(packageJson.scripts, script))).toEqual([]);
  });
});

describe('the recipe for an event kind', () => {
  it('ends with a subscription type that reports the kind', () => {
    const reported = new Set(CATALOG.flatMap(({ kinds }) => kinds));
    expect(EVENT_KINDS.filter((kind) => !reported.has(kind))).toEqual([]);
  });
});

describe('the recipe for a table', () => {
  it('ends with the current version in the end-to-end test of a damaged database', async () => {
    const db = await createDatabase('newest').open();
    onTestFinished(async () => await db.delete());
    const test = readFileSync('tests/e2e/chrome/storage/unreadable-database.test.ts', 'utf8');
    expect(test).toContain(`replaceDatabase(world, ${db.backendDB().version})`);
  });
});
