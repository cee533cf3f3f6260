import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { listBundledPackages } from './tools/bundled-packages.ts';
import { dexieBuild } from './tools/dexie-build.ts';
import { withPageChunks } from './tools/page-chunks.ts';
import { panelBuild, withoutPolyfill } from './tools/panel-build.ts';
import { textScale } from './tools/text-scale.ts';

/**
 * Fixes the extension id, and with it the OAuth redirect URL, on every machine. This is the public
 * half only; a store signs with a key of its own.
 */
const CHROME_PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAo6uyWohUUoJSUxjMijASUukXkDobRO7+SM426HRdyBO+QLo/K8TOix1pEkuycZ/hDgfvUMbcroPA/noA0l+miLjbstRK+wwaXpudqGPn7SLt/AyurXTS/ZPkXLUjSComivT8jbgL1l7kELx6wzV6rNipOpWDD9ymy3ouCImwlCCdIfb9kk1+SmHfXm9zqHOTyTZG46dH42t6U3kTGz4wAZAD/JM80jMeItqKAFU+Zq2YUK3zvOszk96EY5bRxUbFdDCO6niAQGpMTcyL5UYI7xIZTpKnNqL29UVxPcQ9P/sCISEkJjDIKhNxt8zZYAGDs7pbuSt94m/2zWfLLv1iGQIDAQAB';

/**
 * What the extension's own pages and its background may load and whom they may talk to: their own
 * files and Twitch. Twitch hands EventSub sessions over to hosts such as cell-a.eventsub.wss.twitch.tv.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://static-cdn.jtvnw.net",
  // Chrome loads the avatar of a notification like any other data.
  'connect-src https://id.twitch.tv https://api.twitch.tv https://static-cdn.jtvnw.net wss://*.wss.twitch.tv',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  experimental: {
    // Chrome refuses content scripts that carry raw non-characters; this keeps such a slip harmless.
    escapeUnicode: true,
  },
  vite: ({ browser, command }) => ({
    plugins: [
      preact(),
      panelBuild(),
      textScale(),
      ...(command === 'build' ? [listBundledPackages(browser)] : []),
    ],
    resolve: { alias: dexieBuild },
    // Short names of classes: the panel's script contains each of them twice.
    ...(command === 'build' && { css: { modules: { generateScopedName: '[hash:base64:4]' } } }),
    build: {
      // The oldest browsers the manifests allow.
      target: ['chrome130', 'firefox140'],
      // All of these know modulepreload.
      modulePreload: { polyfill: false },
    },
  }),
  hooks: {
    'entrypoints:found': (_wxt, entrypoints) => {
      // By its name, WXT would let it replace the browser's own history.
      for (const found of entrypoints) if (found.name === 'history') found.type = 'unlisted-page';
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const types = new Set(entrypoints.map(({ type }) => type));
      if (types.has('content-script')) withoutPolyfill(config);
      if (types.has('popup')) withPageChunks(config);
    },
  },
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  manifest: ({ browser, command }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: ['identity', 'storage', 'alarms', 'unlimitedStorage'],
    optional_permissions: ['notifications'],
    host_permissions: ['https://id.twitch.tv/*', 'https://api.twitch.tv/*'],
    commands: {
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_panel_toggle__',
      },
      // Without keys until the user chooses some.
      'open-history': { description: '__MSG_history_open__' },
      [browser === 'firefox' ? '_execute_browser_action' : '_execute_action']: {},
    },
    // The development server brings scripts, styles and news of its own, from a port of its own.
    ...(command === 'build' && { content_security_policy: { extension_pages: POLICY } }),
    ...(browser === 'firefox' ? firefoxOnly : chromeOnly),
  }),
});

const chromeOnly = {
  key: CHROME_PUBLIC_KEY,
  minimum_chrome_version: '130',
  // Unless told otherwise, Chrome lets every other extension send messages.
  externally_connectable: { ids: [] },
};

const firefoxOnly = {
  // Goes with the extension, and the panel with it. Chrome leaves both, and the panel says what to do.
  content_scripts: [{ matches: ['https://www.twitch.tv/*'], css: ['panel-in-firefox.css'] }],
  browser_specific_settings: {
    gecko: {
      id: 'streamer-event-viewer@streamer-event-viewer.example',
      strict_min_version: '140.0',
      // The Twitch token goes to Twitch, and nothing goes anywhere else.
      data_collection_permissions: { required: ['authenticationInfo' as const] },
    },
  },
};
