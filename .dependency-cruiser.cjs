/**
 * The direction of dependencies: entrypoints → components → lib, and inside lib
 * app → {twitch, db, settings, messaging, i18n, platform} → domain. Type-only imports count, too.
 */
const TESTS = '\\.test\\.tsx?$';
const OURS = '^(entrypoints|components|lib|tools|tests)/';

/** Files under `from` import only what `allowed` names. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: TESTS },
  to: { path: OURS, pathNot: allowed },
});

/** A folder of use cases: it imports its own files, `others` of them, and the layers below. */
const appFolder = (folder, others = []) =>
  only(`app-${folder}`, `^lib/app/${folder}/`, [
    ...[folder, ...others].map((name) => `^lib/app/${name}/`),
    '^lib/(?!app/)',
  ]);

const PURE = ['^lib/domain/', '^lib/[^/]+\\.ts$'];

module.exports = {
  forbidden: [
    only('simulator-core', '^tests/simulator/core/', ['^tests/simulator/core/']),
    only('simulator-world', '^tests/simulator/world/', ['^tests/simulator/(core|world)/']),
    only('simulator-shapes', '^tests/simulator/shapes/', ['^tests/simulator/(core|world|shapes)/']),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'product-stands-alone',
      severity: 'error',
      comment: 'No test hook and no tool in what ships.',
      from: { path: '^(entrypoints|components|lib)/', pathNot: TESTS },
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
    only('lib-root', '^lib/[^/]+\\.ts$', ['^lib/[^/]+\\.ts$'], 'Small tools that know no product.'),
    only('twitch', '^lib/twitch/', ['^lib/twitch/', ...PURE], 'No DOM, no browser, no database.'),
    only('twitch-payload', '^lib/twitch/payload/', ['^lib/twitch/payload/', ...PURE]),
    only('twitch-auth', '^lib/twitch/auth/', ['^lib/twitch/auth/', ...PURE]),
    only('twitch-helix', '^lib/twitch/helix/', ['^lib/twitch/(helix|auth|payload)/', ...PURE]),
    only('twitch-events', '^lib/twitch/events/', ['^lib/twitch/(events|payload)/', ...PURE]),
    only('twitch-eventsub', '^lib/twitch/eventsub/', [
      '^lib/twitch/(eventsub|helix|payload)/',
      ...PURE,
    ]),
    only('db', '^lib/db/', ['^lib/db/', ...PURE]),
    only('settings', '^lib/settings/', ['^lib/settings/', ...PURE]),
    only('platform', '^lib/platform/', ['^lib/platform/', ...PURE]),
    only('messaging', '^lib/messaging/', ['^lib/messaging/', ...PURE]),
    only('i18n', '^lib/i18n/', ['^lib/i18n/', ...PURE]),
    appFolder('account'),
    appFolder('backfill'),
    appFolder('channels'),
    appFolder('diagnostics'),
    appFolder('feed', ['diagnostics']),
    appFolder('history'),
    appFolder('notifications'),
    appFolder('listening', ['backfill', 'diagnostics']),
    appFolder('transfer'),
    only('lib-knows-no-screens', '^lib/', ['^lib/']),
    only('components', '^components/', ['^components/', '^lib/', '^\\.wxt/']),
    only(
      'ui-knows-no-product',
      '^components/ui/',
      ['^components/ui/', '^lib/[^/]+\\.ts$'],
      'Controls without texts, Twitch or commands.',
    ),
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
      from: { path: '^(entrypoints/(?!background/)|components/)', pathNot: TESTS },
      to: { path: '^lib/(db/accounts|twitch|app|platform/toolbar)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser'] },
    exclude: { path: '\\.(css|svg)$' },
  },
};
