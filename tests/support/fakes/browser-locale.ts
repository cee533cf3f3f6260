import { vi } from 'vitest';

const { DateTimeFormat } = Intl;

/** Makes a locale the browser's own until the end of the test: `Intl` uses it without a locale. */
export function stubBrowserLocale(locale: string): void {
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function formatter(
    locales: Intl.LocalesArgument = locale,
    options = {},
  ) {
    return new DateTimeFormat(locales, options);
  });
}
