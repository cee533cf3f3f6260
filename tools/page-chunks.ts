import type { Rolldown, UserConfig } from 'vite';

type Context = Rolldown.ChunkingContext;

const HOME = /\/components\/home\/start\.tsx$/;
const BACKGROUND = /\/entrypoints\/background\/index\.ts$/;
const OTHER_PAGES = /\/entrypoints\/(?:history|options|welcome)\/main\.tsx$/;
/** All of them are behind one file, so what imports that says nothing about each. */
const ICONS = /\/node_modules\/lucide\//;

/** Returns a function that says whether a module is imported, however indirectly, by `root`. */
function reachedFrom(root: RegExp) {
  const known = new Map<string, boolean>();
  return function isReached(id: string, context: Context): boolean {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, false);
    const { importers = [], dynamicImporters = [] } = context.getModuleInfo(id) ?? {};
    const isSo =
      root.test(id) ||
      [...importers, ...dynamicImporters].some((importer) => isReached(importer, context));
    known.set(id, isSo);
    return isSo;
  };
}

/**
 * Divides the code of the popup into few files: what the background has, too, what other pages have,
 * too, and the rest. By default there is one for each set of entries that share something: twice as
 * many, which compress worse and are a request each.
 */
export function withPageChunks(config: UserConfig): void {
  const byHome = reachedFrom(HOME);
  const byBackground = reachedFrom(BACKGROUND);
  const byOthers = reachedFrom(OTHER_PAGES);
  const nameOf = (id: string, context: Context): string | null => {
    if (ICONS.test(id) || !byHome(id, context)) return null;
    if (byBackground(id, context)) return 'core';
    return byOthers(id, context) ? 'screens' : 'home';
  };
  const codeSplitting = {
    // Else a file takes along what its modules import, and the options would load the popup's styles.
    includeDependenciesRecursively: false,
    groups: [{ name: nameOf }, { name: 'icons', test: ICONS, minShareCount: 2 }],
  };
  const { output } = config.build?.rolldownOptions ?? {};
  config.build = {
    ...config.build,
    rolldownOptions: {
      ...config.build?.rolldownOptions,
      preserveEntrySignatures: false,
      output: { ...(Array.isArray(output) ? {} : output), codeSplitting },
    },
  };
}
