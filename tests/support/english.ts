import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parse } from 'yaml';

const CATALOG = path.resolve(import.meta.dirname, '../../locales/en.yml');

function flatten(node: unknown, prefix = ''): [key: string, text: string][] {
  if (typeof node !== 'object' || node === null) return [[prefix, String(node)]];
  return Object.entries(node).flatMap(([key, value]) =>
    flatten(value, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** The texts of the English catalog by key. */
export const english: ReadonlyMap<string, string> = new Map(
  flatten(parse(readFileSync(CATALOG, 'utf8'))),
);

const byBrowserKey = new Map([...english].map(([key, text]) => [key.replaceAll('.', '_'), text]));

/** Makes the fake browser return the English texts. Without this it returns none. */
export function installEnglish(): void {
  fakeBrowser.i18n.getMessage = (key: string) => byBrowserKey.get(key) ?? '';
}
