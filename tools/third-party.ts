import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED } from './bundled-packages.ts';

/** A package whose code is part of what ships. */
export interface ThirdParty {
  name: string;
  version: string;
  /** Its SPDX name. */
  licence: string;
  /** Where its sources are. */
  home: string;
  /** Its licence and notices to the letter; empty where it brings none. */
  text: string;
}

/** The file, among what ships, that names them all. */
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

/** Everything that went into the builds, by name. Build first. */
export function bundledThirdParty(): ThirdParty[] {
  const lists = globSync(join(BUNDLED, '*.json')).map((file): string[] =>
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return [...new Set(lists.flat())].toSorted().map(read);
}

const RULE = '-'.repeat(80);

/** The file that ships with the extension: who made what it is built of, and under which terms. */
export function thirdPartyText(packages: readonly ThirdParty[]): string {
  const entries = packages.map(({ name, version, licence, home, text }) => {
    const terms = text === '' ? `Its authors give it under the ${licence} licence.` : text;
    return `${RULE}\n${name} ${version} (${licence})\n${home}\n\n${terms}\n`;
  });
  const head = 'StreamerEventViewer is built with these packages, none of them changed.\n';
  return [head, ...entries].join('\n');
}
