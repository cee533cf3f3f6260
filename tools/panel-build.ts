import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { parse } from 'yaml';

/**
 * What the panel's script brings along, so that it needs neither a call to the browser nor a request
 * before it shows anything. docs/adr/0013-panel-in-one-script.md has the measurements.
 */

const TEXTS = 'virtual:panel-texts';
const STYLES = 'virtual:panel-styles';
/** Stands for the styles until all of them are known, at the end of the build. */
const PLACEHOLDER = /(["'`])PANEL_STYLES\1/;

/**
 * Groups of the catalog that the panel never shows, or not before the user acts or something fails.
 * Then the browser tells them, which takes some milliseconds once.
 */
const ELSEWHERE = new Set([
  'away',
  'badge',
  'broadcasts',
  'chat_mode',
  'counts',
  'drawer',
  'favorite',
  'filter',
  'for',
  'goal',
  'history',
  'kind',
  'label',
  'log_filter',
  'notification',
  'options',
  'people',
  'popup',
  'problem',
  'receiving',
  'recording',
  'recording_page',
  'stand',
  'statistics',
  'streamers',
  'transfer',
  'welcome',
]);

const OF_EVENTS = new Set(['event', 'more']);
/** Texts of events that Twitch tells moderators or the streamer only: most viewers see none. */
const FOR_FEW =
  /^(?:ban|timeout|unban|warning|suspicious_user|moderator_|by_moderator|vip_|shield_|sub_end|ad_break|shoutout_|unraid|(?:shared_)?hype_train|poll|prediction|goal|charity(?!_donation))/;

/** Returns the groups of a catalog, each as JSON of its texts, as they are in the catalog. */
function readGroups(file: string): Record<string, string> {
  const catalog: Record<string, Record<string, unknown>> = parse(readFileSync(file, 'utf8'));
  const groups = Object.entries(catalog).filter(([group]) => !ELSEWHERE.has(group));
  return Object.fromEntries(
    groups.map(([group, texts]) => [
      group,
      JSON.stringify(OF_EVENTS.has(group) ? forMany(texts) : texts),
    ]),
  );
}

function forMany(texts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !FOR_FEW.test(key)));
}

/** Returns the texts of the panel by language and group. Only what is shown has to be parsed. */
function readCatalogs(): Record<string, Record<string, string>> {
  const files = globSync('locales/*.yml');
  return Object.fromEntries(files.map((file) => [basename(file, '.yml'), readGroups(file)]));
}

/** Makes the texts and the styles of the panel part of its script. */
export function panelBuild(): Plugin {
  return {
    name: 'panel-build',
    resolveId: (id) => ([TEXTS, STYLES].includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${STYLES}`) return `export default 'PANEL_STYLES';`;
      if (id === `\0${TEXTS}`) return `export default ${JSON.stringify(readCatalogs())};`;
      return undefined;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const script = files.find((file) => file.type === 'chunk' && PLACEHOLDER.test(file.code));
        if (script?.type !== 'chunk') return;
        const sheets = files.filter((file) => file.fileName.endsWith('.css'));
        const styles = sheets.map((file) => (file.type === 'asset' ? String(file.source) : ''));
        script.code = script.code.replace(PLACEHOLDER, () => asciiLiteral(styles.join('\n')));
        for (const { fileName } of sheets) delete bundle[fileName];
      },
    },
  };
}

/** Chrome reads content scripts as UTF-8 only if nothing in them is invalid. */
function asciiLiteral(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Leaves the polyfill out of the panel's script: wrapping all of `browser` takes time on every page,
 * and the oldest browsers that the manifests allow return promises without it.
 */
export function withoutPolyfill(config: UserConfig): void {
  const aliases = config.resolve?.alias;
  if (!Array.isArray(aliases)) throw new Error('WXT no longer lists aliases.');
  const replacement = resolve('lib/platform/native-browser.ts');
  const native = ['wxt/browser', '@wxt-dev/browser'].map((find) => ({ find, replacement }));
  // Of what WXT's own can do, the panel needs little.
  const context = {
    find: 'wxt/utils/content-script-context',
    replacement: resolve('entrypoints/twitch.content/script-context.ts'),
  };
  const others = aliases.filter(({ find }) => find !== 'wxt/browser');
  config.resolve = { ...config.resolve, alias: [context, ...native, ...others] };
}
