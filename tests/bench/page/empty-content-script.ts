import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'An extension with an empty content script',
  version: '1.0',
  content_scripts: [{ matches: ['https://www.twitch.tv/*'], js: ['empty.js'] }],
};

/** Creates an extension whose content script does nothing, in a new folder. Returns the folder. */
export async function createEmptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-empty-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'empty.js'), '(() => {})();\n');
  return folder;
}
