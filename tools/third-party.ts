import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED } from './bundled-packages.ts';

/** A package whose code is part of the built extension. */
export interface ThirdParty {
  name: string;
  version: string;
  /** The SPDX name of the licence. */
  licence: string;
  /** The address of its website or sources. */
  home: string;
  /** Its licence and notices, unchanged; empty if the package contains none. */
  text: string;
}

/** The file in the built extension that lists these packages. */
export const THIRD_PARTY_FILE = 'public/third-party-licences.txt';

const NOTICES = /^(?:licen[cs]e|notice|copyright)/i;

function homeOf({ homepage, repository }: { homepage?: string; repository?: unknown }): string {
  const url = typeof repository === 'string' ? repository : Reflect.get(Object(repository), 'url');
  return homepage ?? String(url ?? '').replace(/^git\+|\.git$/g, '');
}

function read(name: string): ThirdParty {
  const folder = join('node_modules', name);
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => NOTICES.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return {
    name,
    version: json.version,
    licence: json.license,
    home: homeOf(json),
    text: texts.join('\n\n').replaceAll('\r\n', '\n'),
  };
}

/** Returns the packages that are part of the builds, sorted by name. Needs the builds. */
export function bundledThirdParty(): ThirdParty[] {
  const lists = globSync(join(BUNDLED, '*.json')).map((file): string[] =>
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return [...new Set(lists.flat())].toSorted().map(read);
}

const RULE = '-'.repeat(80);

/** Returns the text of the file: every package with its licence. */
export function thirdPartyText(packages: readonly ThirdParty[]): string {
  const entries = packages.map(({ name, version, licence, home, text }) => {
    const terms = text === '' ? `Its authors give it under the ${licence} licence.` : text;
    return `${RULE}\n${name} ${version} (${licence})\n${home}\n\n${terms}\n`;
  });
  const head = 'StreamerEventViewer is built with these packages, none of them changed.\n';
  return [head, ...entries].join('\n');
}
