import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An extension that does nothing and has one page with one line of text. */
export interface EmptyExtension {
  folder: string;
  /** The address of its page. */
  page: string;
}

const MANIFEST = { manifest_version: 3, name: 'Nothing', version: '1' };
const PAGE = '<!doctype html><title>Nothing</title><p data-event-id="only">Nothing</p>';

/** Chromium derives the id of an extension without a key from its folder. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return Array.from(hash, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** Creates an empty extension, and deletes it afterwards. */
export async function withEmptyExtension<Result>(
  run: (extension: EmptyExtension) => Promise<Result>,
): Promise<Result> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'streamer-event-viewer-empty-')));
  try {
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
    await writeFile(join(folder, 'page.html'), PAGE);
    return await run({ folder, page: `chrome-extension://${idOf(folder)}/page.html` });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
