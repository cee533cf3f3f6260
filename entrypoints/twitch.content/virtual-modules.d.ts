/** Modules that tools/panel-build.ts makes up during the build. */

declare module 'virtual:panel-texts' {
  /** For every language and every group of the catalog: JSON of the texts by key. */
  const catalogs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default catalogs;
}

declare module 'virtual:panel-styles' {
  /** All styles of the panel. */
  const styles: string;
  export default styles;
}
