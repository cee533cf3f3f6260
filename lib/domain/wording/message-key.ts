import type { GeneratedI18nStructure } from '#i18n';

// Generated from locales/en.yml by `wxt prepare`. A type only: at run time nothing is imported.
type CatalogKey = keyof GeneratedI18nStructure;
type PluralForm = Intl.LDMLPluralRule;

/** Keys that have plural forms, without the form. */
type PluralBase = {
  [Key in CatalogKey]: Key extends `${infer Base}.one`
    ? `${Base}.other` extends CatalogKey
      ? Base
      : never
    : never;
}[CatalogKey];

/** A key of the message catalog: for a message with plural forms the key without the form. */
export type MessageKey = PluralBase | Exclude<CatalogKey, `${PluralBase}.${PluralForm}`>;
