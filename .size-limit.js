import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const OUTPUT = '.output/chrome-mv3';
const REFERENCE = /(?:from|import|src=|href=)\s*\(?"(\.{0,2}\/[^"]+\.(?:js|css))"/g;

/** What Vite lists of a file for the code that it loads later. */
const LISTED = /"((?:chunks|assets)\/[^"]+\.(?:js|css))"/g;

/** A built file and all that it loads, by name; with `isLater` also what it may load later. */
function withImports(file, { isLater = false } = {}, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(OUTPUT, file), 'utf8');
  for (const [, reference] of text.matchAll(REFERENCE)) {
    const isAbsolute = reference.startsWith('/');
    const path = isAbsolute ? reference.slice(1) : join(dirname(file), reference);
    withImports(normalize(path), { isLater }, found);
  }
  if (isLater) {
    for (const [, path] of text.matchAll(LISTED)) withImports(path, { isLater }, found);
  }
  return found;
}

function budget(name, files, limit) {
  return { name, path: files.map((file) => join(OUTPUT, file)), limit, gzip: true };
}

// docs/performance.md says why some are above what they are meant to be: 40, 80 and 130 kB for content script,
// popup and background.
export default [
  budget('content script', ['content-scripts/twitch.js'], '44 kB'),
  budget('popup', [...withImports('popup.html')], '93 kB'),
  budget('history', [...withImports('history.html')], '100 kB'),
  budget('history, all views', [...withImports('history.html', { isLater: true })], '138 kB'),
  budget('background', [...withImports('background.js')], '137 kB'),
];
