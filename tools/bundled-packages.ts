import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where every build notes whose code went into it. */
export const BUNDLED = '.output/bundled';

const PACKAGE = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Notes the packages whose code goes into a build, so that nobody's licence is forgotten. */
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
      // A build has several parts, each with an entry of its own.
      // Its name, without the hash that changes with what is in it.
      const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
      const part = entry.replace(/-[\w-]{8}\.js$/, '.js').replaceAll('/', '-');
      mkdirSync(BUNDLED, { recursive: true });
      const file = join(BUNDLED, `${build}-${part}.json`);
      writeFileSync(file, JSON.stringify([...new Set(packages)].toSorted()));
    },
  };
}
