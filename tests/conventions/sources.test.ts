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
  ['Preact’s way around text', /dangerouslySetInnerHTML|__html/],
  ['writing into a document', /\bdocument\.write/],
  ['code from text', /\beval\b|\bnew Function\b|\bFunction\(|importScripts/],
  ['timers that take code', /\bset(?:Timeout|Interval)\(\s*['"`]/],
  ['addresses that are code', /javascript:/i],
  ['code from elsewhere', /(?:import|from|src=)\s*\(?['"](?:https?:)?\/\//],
  ['messages from other extensions and pages', /on(?:Message|Connect)External/],
  ['messages of windows', /\bpostMessage\b|\bonmessage\b|window\.addEventListener\(\s*'message/],
])('no source has %s', (_what, pattern) => {
  expect(sources.length).toBeGreaterThan(100);
  expect(withPattern(pattern)).toEqual([]);
});

it('one place alone sets other people’s words apart from ours', () => {
  expect(withPattern(/<bdi\b/)).toEqual(['components/text/UntrustedText.tsx']);
});

it('one place alone writes on the console', () => {
  expect(withPattern(/\bconsole\.\w+\(/)).toEqual(['lib/log.ts']);
});
