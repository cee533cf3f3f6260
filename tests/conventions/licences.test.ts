// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundledThirdParty, THIRD_PARTY_FILE, thirdPartyText } from '../../tools/third-party.ts';

/** Licences that only require the copyright notice. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/** Licences that require the source of changed files. None of these packages is changed. */
const UNCHANGED: Readonly<Record<string, string>> = { 'webextension-polyfill': 'MPL-2.0' };

const packages = bundledThirdParty();

it('finds the packages in the builds', () => {
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['preact', 'dexie', 'zod', '@twurple/api', 'wxt']),
  );
});

it('lists every bundled package with its licence (if not: build for both browsers, then `npm run licences`)', () => {
  expect(readFileSync(THIRD_PARTY_FILE, 'utf8')).toBe(thirdPartyText(packages));
});

it('bundles only packages with permissive licences', () => {
  const others = packages.filter(
    ({ name, licence }) => !PERMISSIVE.has(licence) && UNCHANGED[name] !== licence,
  );
  expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
});

it.each(['chrome-mv3', 'firefox-mv2'])('includes the list in %s', (build) => {
  const shipped = readFileSync(`.output/${build}/third-party-licences.txt`, 'utf8');
  expect(shipped).toBe(thirdPartyText(packages));
});
