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
  const group = remembered(
    (name): Partial<Record<string, string>> =>
      Object.assign(
        {},
        ...[DEFAULT_LANGUAGE, base, language].map((locale) =>
          JSON.parse(catalogs[locale]?.[name] ?? '{}'),
        ),
      ),
  );
  readCatalogWith((key) => group(key.split('.', 1)[0] ?? '')[key]);
}
