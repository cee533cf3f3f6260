import catalogs from 'virtual:panel-texts';
import { browser } from 'wxt/browser';
import { readCatalogWith } from '@/lib/i18n/text';
import { remembered } from '@/lib/once';

/** The language of texts that a catalog lacks, and of browsers in a language without one. */
const DEFAULT_LANGUAGE = 'en';

/**
 * Makes the texts come from the script itself, in the language that the browser would choose:
 * https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
export function bringPanelTexts(): void {
  const isOnly = Object.keys(catalogs).length === 1;
  const language = isOnly ? DEFAULT_LANGUAGE : browser.i18n.getUILanguage().replace('-', '_');
  const [base = language] = language.split('_');
  const groups = [language, base, DEFAULT_LANGUAGE].map((locale) =>
    remembered((name): unknown => JSON.parse(catalogs[locale]?.[name] ?? '{}')),
  );
  readCatalogWith((key) => {
    const [name = '', ...path] = key.split('.');
    const texts = groups.map((group) => textAt(group(name), path));
    return texts.find((text) => text !== undefined);
  });
}

/** Returns the text of a key in its group; `undefined` if there is none. */
function textAt(group: unknown, path: readonly string[]): string | undefined {
  const found = path.reduce(
    (part, name) => (isPart(part) && Object.hasOwn(part, name) ? part[name] : undefined),
    group,
  );
  return typeof found === 'string' ? found : undefined;
}

const isPart = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
