import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The folder where every build lists the packages that it contains. */
export const BUNDLED = '.output/bundled';

const PACKAGE = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Lists the packages whose code goes into a build, so that no licence is left out. */
export function noteBundledPackages(build: string): Plugin {
  return {
    name: 'note-bundled-packages',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const packages = chunks
        .flatMap(({ modules }) => Object.entries(modules))
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => PACKAGE.exec(id)?.[1])
        .filter((name) => name !== undefined);
      // A build has several parts, each with its own entry file. The list is named after that file,
      // without the hash, which changes with the content.
      const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
      const part = entry.replace(/-[\w-]{8}\.js$/, '.js').replaceAll('/', '-');
      mkdirSync(BUNDLED, { recursive: true });
      const file = join(BUNDLED, `${build}-${part}.json`);
      writeFileSync(file, JSON.stringify([...new Set(packages)].toSorted()));
    },
  };
}
