/**
 * Resolves Dexie to its build for the browsers of today, in the bundles and in the tests. Its package
 * offers only the larger one for old browsers: https://github.com/dexie/Dexie.js/issues/1582
 */
export const dexieBuild = [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }];
