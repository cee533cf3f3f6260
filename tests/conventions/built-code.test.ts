// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who is talked to, linked to, or shown a picture of. */
const TWITCH = [
  'api.twitch.tv',
  'dev.twitch.tv',
  'eventsub.wss.twitch.tv',
  'id.twitch.tv',
  'static-cdn.jtvnw.net',
  'www.twitch.tv',
];

/** Addresses in libraries that nothing is ever sent to; the content security policy sees to that. */
const WORDS_ONLY: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of XML namespaces',
  'bit.ly': 'Dexie, in a warning to developers',
  'tinyurl.com': 'Dexie, in a warning to developers',
  'github.com': 'WXT, in an error for developers',
  'wxt.dev': 'WXT, in an error for developers',
  'twurple.js.org': 'Twurple, in an error for developers',
  localhost: 'Twurple, for developers who run a mock of Twitch',
};

/** Preact’s own support for `dangerouslySetInnerHTML`, which no source of ours uses. */
const PREACT = /\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/g;

describe.each(['chrome-mv3', 'firefox-mv2'])('the code built as %s', (build) => {
  const files = globSync(`.output/${build}/**/*.{js,html,css}`).map((file) => ({
    name: basename(file),
    text: readFileSync(file, 'utf8').replaceAll(PREACT, ''),
  }));
  const matches = (pattern: RegExp) => files.flatMap(({ text }) => [...text.matchAll(pattern)]);

  it('names no host but Twitch’s, and some in words', () => {
    const hosts = matches(/\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi).map(([, host]) => String(host));
    const known = [...TWITCH, ...Object.keys(WORDS_ONLY)];
    expect(new Set(hosts)).toEqual(new Set(known));
  });

  it('loads code from its own files only', () => {
    const code = matches(/\b(?:from|import|src=|href=)\s*\(?\s*["'`]([^"'`]*)["'`]/g);
    const paths = code.map(([, path]) => path ?? '').filter((path) => path.includes('/'));
    expect(paths.length).toBeGreaterThan(build === 'chrome-mv3' ? 4 : 2);
    expect(paths.filter((path) => !/^(?:\.{1,2})?\/[\w./-]+$/.test(path))).toEqual([]);
    expect(matches(/importScripts|<script(?![^>]*src=)/g)).toEqual([]);
  });

  it('makes neither code nor markup from text', () => {
    const sinks = /\b(?:eval|Function)\(|(?:inner|outer)HTML|insertAdjacentHTML|document\.write\(/g;
    expect(matches(sinks).map(([sink]) => sink)).toEqual([]);
  });
});
