import { readFile } from 'node:fs/promises';

export interface Asset {
  body: string;
  contentType: string;
}

/** Files in `styles/`. */
const STYLES = new Set([
  'theme.css',
  'shell.css',
  'directory.css',
  'channel.css',
  'player.css',
  'chat.css',
  'moderation.css',
  'authorize.css',
]);
/** Files in `browser/`. */
const MODULES = new Set(['main.ts', 'navigation.ts', 'theme.ts', 'layout.ts', 'refresh.ts']);

async function readModule(file: string): Promise<string> {
  const source = await readFile(new URL(`./browser/${file}`, import.meta.url), 'utf8');
  // Loaded on demand, because most tests never open the page.
  const { default: typescript } = await import('typescript');
  const { ModuleKind, ScriptTarget, transpileModule } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
  };
  return transpileModule(source, { compilerOptions }).outputText;
}

/** Reads a file that the pages use, in a form that browsers can load. */
export async function readAsset(file: string): Promise<Asset | undefined> {
  if (MODULES.has(file)) {
    return { body: await readModule(file), contentType: 'text/javascript; charset=utf-8' };
  }
  if (!STYLES.has(file)) return undefined;
  const body = await readFile(new URL(`./styles/${file}`, import.meta.url), 'utf8');
  return { body, contentType: 'text/css; charset=utf-8' };
}
