/**
 * The direction of dependencies: entrypoints → components → lib, and inside lib
 * app → {twitch, db, settings, platform} → domain.
 */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(entrypoints|components|lib|tools|tests)/', pathNot: allowed },
});

const PURE = ['^lib/domain/', '^lib/(log|time|env)\\.ts$'];
const PANEL_LIBRARIES = '(^|/)(zod|dexie|@twurple|@webext-core/messaging|date-fns)(/|$)';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'product-stands-alone',
      severity: 'error',
      comment: 'No test hook and no tool in what ships.',
      from: { path: '^(entrypoints|components|lib)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(tests|tools)/' },
    },
    {
      name: 'simulator-stands-alone',
      severity: 'error',
      comment: 'It is built to what Twitch does, not to what this extension expects.',
      from: { path: '^tests/simulator/' },
      to: { path: '^(entrypoints|components|lib)/' },
    },
    only('domain-is-pure', '^lib/domain/', ['^lib/domain/'], 'Plain types and pure rules.'),
    only('twitch', '^lib/twitch/', ['^lib/twitch/', ...PURE], 'No DOM, no browser, no database.'),
    only('db', '^lib/db/', ['^lib/db/', ...PURE]),
    only('settings', '^lib/settings/', ['^lib/settings/', ...PURE]),
    only('platform', '^lib/platform/', ['^lib/platform/', ...PURE]),
    only('messaging', '^lib/messaging/', ['^lib/messaging/', ...PURE]),
    only('lib-knows-no-screens', '^lib/', ['^lib/']),
    only('components', '^components/', ['^components/', '^lib/', '^\\.wxt/']),
    {
      name: 'dexie-stays-in-db',
      severity: 'error',
      from: { path: '^(entrypoints|components|lib)/', pathNot: '^lib/db/' },
      to: { path: '(^|/)dexie(/|$)' },
    },
    {
      name: 'pages-never-read-the-token',
      severity: 'error',
      comment: 'The token leaves the accounts table for Twitch alone.',
      from: { path: '^(entrypoints/(?!background/)|components/)' },
      to: { path: '^lib/(db/accounts|twitch|app|platform/toolbar)' },
    },
    {
      name: 'panel-stays-small',
      severity: 'error',
      comment: 'What the panel carries runs beside the video, on a page that is not ours.',
      from: { path: '^entrypoints/twitch\\.content/' },
      to: { path: [PANEL_LIBRARIES, '^lib/(db|twitch|app)/', 'wording'], reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser'] },
    exclude: { path: '\\.(css|svg)$' },
  },
};
