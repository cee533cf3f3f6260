/** What the bundle of the panel may contain. Type-only imports are not part of it. */
const LIBRARIES = '(^|/)(zod|dexie|@twurple|@wxt-dev/storage|date-fns)(/|$)|wxt/dist/utils/storage';

module.exports = {
  forbidden: [
    {
      name: 'panel-stays-small',
      severity: 'error',
      comment: 'The panel runs next to the video, on a page that is not ours.',
      from: { path: '^entrypoints/twitch\\.content/', pathNot: '\\.test\\.tsx?$' },
      to: { path: [LIBRARIES, '^lib/(db|twitch|app|domain/wording)/'], reachable: true },
    },
    {
      name: 'popup-without-schemas',
      severity: 'error',
      comment: 'The popup opens in the time that parsing zod takes.',
      from: { path: '^entrypoints/(popup|sidepanel)/' },
      to: { path: '(^|/)zod(/|$)', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser'] },
    exclude: { path: '\\.(css|svg)$' },
  },
};
