// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundledThirdParty, THIRD_PARTY_FILE, thirdPartyText } from '../../tools/third-party.ts';

/** They ask for no more than to be named. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/** Open per file: who changes a file of it gives that file on. Nothing of it is changed here. */
const UNCHANGED: Readonly<Record<string, string>> = { 'webextension-polyfill': 'MPL-2.0' };

const packages = bundledThirdParty();

it('knows what the builds are made of', () => {
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['preact', 'dexie', 'zod', '@twurple/api', 'wxt']),
  );
});

it('names every package that ships, with its terms: else build both and `npm run licences`', () => {
  expect(readFileSync(THIRD_PARTY_FILE, 'utf8')).toBe(thirdPartyText(packages));
});

it('ships nothing whose terms ask for more than to be named', () => {
  const others = packages.filter(
    ({ name, licence }) => !PERMISSIVE.has(licence) && UNCHANGED[name] !== licence,
  );
  expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
});

it.each(['chrome-mv3', 'firefox-mv2'])('ships the list with %s', (build) => {
  const shipped = readFileSync(`.output/${build}/third-party-licences.txt`, 'utf8');
  expect(shipped).toBe(thirdPartyText(packages));
});
