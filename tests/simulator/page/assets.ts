import { readFile } from 'node:fs/promises';

export interface Asset {
  body: string;
  contentType: string;
}

/** Style sheets stand beside this file, the browser's modules in a folder of their own. */
const STYLES = new Set(['theme.css', 'shell.css', 'channel.css', 'chat.css', 'authorize.css']);
const MODULES = new Set(['main.ts', 'navigation.ts', 'theme.ts', 'layout.ts', 'refresh.ts']);

async function readModule(file: string): Promise<string> {
  const source = await readFile(new URL(`./browser/${file}`, import.meta.url), 'utf8');
  // Loaded only when a browser comes: most tests never open the page.
  const { default: typescript } = await import('typescript');
  const { ModuleKind, ScriptTarget, transpileModule } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
  };
  return transpileModule(source, { compilerOptions }).outputText;
}

/** A file that the pages refer to, ready for a browser. */
export async function readAsset(file: string): Promise<Asset | undefined> {
  if (MODULES.has(file)) {
    return { body: await readModule(file), contentType: 'text/javascript; charset=utf-8' };
  }
  if (!STYLES.has(file)) return undefined;
  const body = await readFile(new URL(`./${file}`, import.meta.url), 'utf8');
  return { body, contentType: 'text/css; charset=utf-8' };
}
