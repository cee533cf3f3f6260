// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sources = globSync('{components,entrypoints,lib}/**/*.{ts,tsx,html}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const withPattern = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

it.each([
  ['markup from text', /\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment/],
  ['markup from text, unsafely', /setHTMLUnsafe|parseHTMLUnsafe|DOMParser|\bsrcdoc\b/],
  ['Preact’s way to insert markup', /dangerouslySetInnerHTML|__html/],
  ['writing to a document', /\bdocument\.write/],
  ['code from text', /\beval\b|\bnew Function\b|\bFunction\(|importScripts/],
  ['timers that take code', /\bset(?:Timeout|Interval)\(\s*['"`]/],
  ['URLs with code', /javascript:/i],
  ['code from other origins', /(?:import|from|src=)\s*\(?['"](?:https?:)?\/\//],
  ['messages from other extensions and pages', /on(?:Message|Connect)External/],
  [
    'messages between windows',
    /\bpostMessage\b|\bonmessage\b|window\.addEventListener\(\s*'message/,
  ],
])('our code does not contain %s', (_name, pattern) => {
  expect(sources.length).toBeGreaterThan(100);
  expect(withPattern(pattern)).toEqual([]);
});

it('only UntrustedText renders `<bdi>`', () => {
  expect(withPattern(/<bdi\b/)).toEqual(['components/text/UntrustedText.tsx']);
});

it('only the log module writes to the console', () => {
  expect(withPattern(/\bconsole\.\w+\(/)).toEqual(['lib/log.ts']);
});
