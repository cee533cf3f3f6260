// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  permissions: string[];
  host_permissions?: string[];
  content_scripts: { matches: string[]; css?: string[] }[];
}

function manifestOf(build: string): Manifest & Record<string, unknown> {
  return JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));
}

const readme = readFileSync('README.md', 'utf8');
const PERMISSIONS = ['identity', 'storage', 'alarms', 'unlimitedStorage'];
const HOSTS = ['https://id.twitch.tv/*', 'https://api.twitch.tv/*'];

/** Reviewed: the extension's own files, and Twitch; nothing inline, nothing evaluated, no frames. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://static-cdn.jtvnw.net",
  'connect-src https://id.twitch.tv https://api.twitch.tv wss://*.wss.twitch.tv',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Every part of a manifest that was reviewed. Another one may give away as much as a permission. */
const PARTS = [
  'background',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'options_ui',
  'permissions',
  'version',
  'web_accessible_resources',
];

describe('the manifest for Chrome', () => {
  const manifest = manifestOf('chrome-mv3');

  it('asks for what was agreed on and nothing more', () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      minimum_chrome_version: '130',
      permissions: PERMISSIONS,
      host_permissions: HOSTS,
    });
    const own = ['action', 'externally_connectable', 'host_permissions', 'key'];
    const parts = [...PARTS, ...own, 'minimum_chrome_version'];
    expect(Object.keys(manifest).toSorted()).toEqual(parts.toSorted());
  });

  it('has a fixed key, and with it a fixed redirect URL', () => {
    expect(manifest.key).toMatch(/^MII/);
  });

  it('keeps its own pages to their own files and to Twitch', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: POLICY });
  });

  it('lends one style sheet to Twitch’s pages, under an address they can’t guess', () => {
    expect(manifest.web_accessible_resources).toEqual([
      {
        resources: ['content-scripts/twitch.css'],
        matches: ['https://www.twitch.tv/*'],
        use_dynamic_url: true,
      },
    ]);
  });

  it('is deaf to pages of the web and to other extensions', () => {
    expect(manifest.externally_connectable).toEqual({ ids: [] });
  });
});

describe('the manifest for Firefox', () => {
  const manifest = manifestOf('firefox-mv2');

  it('asks for the same', () => {
    expect(manifest).toMatchObject({
      manifest_version: 2,
      permissions: [...PERMISSIONS, ...HOSTS],
      browser_specific_settings: {
        gecko: {
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['authenticationInfo'] },
        },
      },
    });
    const parts = [...PARTS, 'browser_action', 'browser_specific_settings'];
    expect(Object.keys(manifest).toSorted()).toEqual(parts.toSorted());
  });

  it('keeps its own pages to their own files and to Twitch', () => {
    expect(manifest.content_security_policy).toBe(POLICY);
  });

  it('has one style sheet in Twitch’s pages beside the panel’s own, which hides it with the extension', () => {
    const css = manifest.content_scripts.flatMap((scripts) => scripts.css ?? []);
    expect(css).toEqual(['panel-in-firefox.css']);
    expect(readFileSync('.output/firefox-mv2/panel-in-firefox.css', 'utf8')).toMatch(
      /^streamer-event-panel \{\s+--streamer-event-panel: block;\s+\}\s+$/,
    );
  });

  it('lends nothing but one style sheet, under an address that differs by user', () => {
    expect(manifest.web_accessible_resources).toEqual(['content-scripts/twitch.css']);
  });
});

describe.each(['chrome-mv3', 'firefox-mv2'])('in %s', (build) => {
  const manifest = manifestOf(build);

  it('every permission has its reason in the README', () => {
    const asked = [...manifest.permissions, ...(manifest.host_permissions ?? [])];
    expect(asked.filter((permission) => !readme.includes(`\n| \`${permission}\` `))).toEqual([]);
  });

  it('scripts run on www.twitch.tv alone', () => {
    const pages = manifest.content_scripts.flatMap(({ matches }) => matches);
    expect(new Set(pages)).toEqual(new Set(['https://www.twitch.tv/*']));
    expect(readme).toContain('`https://www.twitch.tv/*`');
  });
});
