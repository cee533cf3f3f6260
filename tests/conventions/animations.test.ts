// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Properties whose animation costs the page no painting for each frame. */
const CHEAP = new Set(['opacity', 'rotate', 'transform', 'visibility']);

it('no animation makes the page paint for each frame', () => {
  const keyframes = globSync('{components,entrypoints}/**/*.css').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('@keyframes')
      .slice(1)
      // A block of keyframes ends with the first brace at the beginning of a line.
      .map((block) => block.slice(0, block.indexOf('\n}'))),
  );
  const properties = keyframes.flatMap((block) =>
    [...block.matchAll(/^\s+([\w-]+):/gm)].map(([, property = '']) => property),
  );
  expect(properties.length).toBeGreaterThan(0);
  expect(properties.filter((property) => !CHEAP.has(property))).toEqual([]);
});
