import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { extensionOrigin } from '../../../tools/browser/chromium.ts';
import { dexieBuild } from '../../../tools/dexie-build.ts';
import { STORE_BUILD, withWorld } from '../core/browser.ts';

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Benchmark</title><script type="module" src="bench.js"></script>';

/** Bundles the script of the page with the options of the store build. */
async function buildScript(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: [...dexieBuild, { find: /^@\//, replacement: `${resolve('.')}/` }] },
    build: {
      target: 'chrome130',
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: resolve('tests/bench/history/page/main.ts'),
        formats: ['es'],
        fileName: () => 'bench.js',
      },
    },
  });
}

/**
 * Calls `run` with a page of the extension's own origin on which the project's own modules can be
 * measured: `globalThis.bench` has the functions of `tests/bench/history/page/main.ts`. The extension is a
 * copy of the store build with this page in addition.
 */
export async function withBenchPage<Result>(run: (page: Page) => Promise<Result>): Promise<Result> {
  const extension = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-bench-page-'));
  try {
    await cp(STORE_BUILD, extension, { recursive: true });
    await buildScript(extension);
    await writeFile(join(extension, 'bench.html'), PAGE);
    return await withWorld({ extension }, async ({ context }) => {
      const origin = await extensionOrigin(context);
      const page = await context.newPage();
      await page.goto(`${origin}/bench.html`);
      await page.waitForFunction(() => 'bench' in globalThis);
      return await run(page);
    });
  } finally {
    await rm(extension, { recursive: true, force: true });
  }
}
