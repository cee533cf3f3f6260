// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  commands: Record<string, { suggested_key?: { default: string } }>;
  content_scripts: { matches: string[]; css?: string[] }[];
}

function manifestOf(build: string): Manifest & Record<string, unknown> {
  return JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));
}

const readme = readFileSync('README.md', 'utf8');
const PERMISSIONS = ['identity', 'storage', 'alarms', 'unlimitedStorage'];
const OPTIONAL_PERMISSIONS = ['notifications'];
const HOSTS = ['https://id.twitch.tv/*', 'https://api.twitch.tv/*'];

/** Reviewed: only the extension's own files and Twitch; no inline code, no `eval`, no frames. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://static-cdn.jtvnw.net",
  'connect-src https://id.twitch.tv https://api.twitch.tv https://static-cdn.jtvnw.net wss://*.wss.twitch.tv',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The reviewed parts of the manifest. Any other part can be as dangerous as a permission. */
const PARTS = [
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'optional_permissions',
  'options_ui',
  'permissions',
  'version',
];

describe('the manifest for Chrome', () => {
  const manifest = manifestOf('chrome-mv3');

  it('requests only the reviewed permissions', () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      minimum_chrome_version: '130',
      permissions: [...PERMISSIONS, 'sidePanel'],
      optional_permissions: OPTIONAL_PERMISSIONS,
      side_panel: { default_path: 'sidepanel.html' },
      host_permissions: HOSTS,
    });
    const own = ['action', 'externally_connectable', 'host_permissions', 'key', 'side_panel'];
    const parts = [...PARTS, ...own, 'minimum_chrome_version'];
    expect(Object.keys(manifest).toSorted()).toEqual(parts.toSorted());
  });

  it('has a fixed key, which fixes the redirect URL', () => {
    expect(manifest.key).toMatch(/^MII/);
  });

  it('limits its pages to their own files and to Twitch', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: POLICY });
  });

  it('exposes no file to Twitch’s pages', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  it('accepts no messages from web pages or other extensions', () => {
    expect(manifest.externally_connectable).toEqual({ ids: [] });
  });
});

describe('the manifest for Firefox', () => {
  const manifest = manifestOf('firefox-mv2');

  it('requests the same permissions', () => {
    expect(manifest).toMatchObject({
      manifest_version: 2,
      permissions: [...PERMISSIONS, ...HOSTS],
      optional_permissions: OPTIONAL_PERMISSIONS,
      // It must not open by itself after the installation.
      sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
      browser_specific_settings: {
        gecko: {
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['authenticationInfo'] },
        },
      },
    });
    const parts = [...PARTS, 'browser_action', 'browser_specific_settings', 'sidebar_action'];
    expect(Object.keys(manifest).toSorted()).toEqual(parts.toSorted());
  });

  it('limits its pages to their own files and to Twitch', () => {
    expect(manifest.content_security_policy).toBe(POLICY);
  });

  it('adds the style sheet to Twitch’s pages that hides the panel when the extension is gone', () => {
    const css = manifest.content_scripts.flatMap((scripts) => scripts.css ?? []);
    expect(css).toEqual(['panel-in-firefox.css']);
    expect(readFileSync('.output/firefox-mv2/panel-in-firefox.css', 'utf8')).toMatch(
      /^streamer-event-panel \{\s+--streamer-event-panel: block;\s+\}\s+$/,
    );
  });

  it('exposes no file to Twitch’s pages', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
  });
});

describe.each(['chrome-mv3', 'firefox-mv2'])('in %s', (build) => {
  const manifest = manifestOf(build);

  it('explains every permission in the README', () => {
    const requested = [
      ...manifest.permissions,
      ...(manifest.optional_permissions ?? []),
      ...(manifest.host_permissions ?? []),
    ];
    expect(requested.filter((permission) => !readme.includes(`\n| \`${permission}\` `))).toEqual(
      [],
    );
  });

  it('leaves the keys of its commands to the user, but for the one of the panel', () => {
    const keys = Object.values(manifest.commands).map((command) => command.suggested_key?.default);
    expect(keys).toEqual(['Alt+Shift+E', undefined, undefined]);
  });

  it('runs content scripts only on www.twitch.tv', () => {
    const pages = manifest.content_scripts.flatMap(({ matches }) => matches);
    expect(new Set(pages)).toEqual(new Set(['https://www.twitch.tv/*']));
    expect(readme).toContain('`https://www.twitch.tv/*`');
  });
});
