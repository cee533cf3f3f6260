// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Hosts that the extension sends requests to, links to, or loads pictures from. */
const TWITCH_HOSTS = [
  'api.twitch.tv',
  'dev.twitch.tv',
  'eventsub.wss.twitch.tv',
  'id.twitch.tv',
  'static-cdn.jtvnw.net',
  'www.twitch.tv',
];

/** Hosts that libraries only mention. The content security policy blocks requests to them. */
const ONLY_MENTIONED: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of XML namespaces',
  'bit.ly': 'Dexie, in a warning to developers',
  'tinyurl.com': 'Dexie, in a warning to developers',
  'github.com': 'WXT, in an error for developers',
  'wxt.dev': 'WXT, in an error for developers',
  'twurple.js.org': 'Twurple, in an error for developers',
  localhost: 'Twurple, for developers who run a mock of Twitch',
};

/** Preact’s support for `dangerouslySetInnerHTML`, which our code does not use. */
const PREACT_INNER_HTML = /\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/g;

describe.each(['chrome-mv3', 'firefox-mv2'])('the code built as %s', (build) => {
  const files = globSync(`.output/${build}/**/*.{js,html,css}`).map((file) => ({
    name: basename(file),
    text: readFileSync(file, 'utf8').replaceAll(PREACT_INNER_HTML, ''),
  }));
  const matches = (pattern: RegExp) => files.flatMap(({ text }) => [...text.matchAll(pattern)]);

  it('contains no hosts except Twitch’s and those that libraries mention', () => {
    const hosts = matches(/\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi).map(([, host]) => String(host));
    const known = [...TWITCH_HOSTS, ...Object.keys(ONLY_MENTIONED)];
    expect(new Set(hosts)).toEqual(new Set(known));
  });

  it('brings the styles and the texts of the panel inside its script', () => {
    const script = files.find(({ name }) => name === 'twitch.js')?.text ?? '';
    expect(script).toContain(':host{all:initial');
    expect(script).toContain('The extension was updated. Reload this page');
    expect(script).not.toContain('PANEL_STYLES');
    expect(files.map(({ name }) => name)).not.toContain('twitch.css');
  });

  it('loads code only from its own files', () => {
    // In quotes, `from` is the name of an index.
    const code = matches(
      /(?:(?<!["'`])\bfrom|\b(?:import|src=|href=))\s*\(?\s*["'`]([^"'`]*)["'`]/g,
    );
    const paths = code.map(([, path]) => path ?? '').filter((path) => path.includes('/'));
    expect(paths.length).toBeGreaterThan(build === 'chrome-mv3' ? 4 : 2);
    expect(paths.filter((path) => !/^(?:\.{1,2})?\/[\w./-]+$/.test(path))).toEqual([]);
    expect(matches(/importScripts|<script(?![^>]*src=)/g)).toEqual([]);
  });

  it('creates neither code nor markup from text', () => {
    const sinks = /\b(?:eval|Function)\(|(?:inner|outer)HTML|insertAdjacentHTML|document\.write\(/g;
    expect(matches(sinks).map(([sink]) => sink)).toEqual([]);
  });
});
