import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * Fixes the extension id, and with it the OAuth redirect URL, on every machine. This is the public
 * half only; a store signs with a key of its own.
 */
const CHROME_PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAo6uyWohUUoJSUxjMijASUukXkDobRO7+SM426HRdyBO+QLo/K8TOix1pEkuycZ/hDgfvUMbcroPA/noA0l+miLjbstRK+wwaXpudqGPn7SLt/AyurXTS/ZPkXLUjSComivT8jbgL1l7kELx6wzV6rNipOpWDD9ymy3ouCImwlCCdIfb9kk1+SmHfXm9zqHOTyTZG46dH42t6U3kTGz4wAZAD/JM80jMeItqKAFU+Zq2YUK3zvOszk96EY5bRxUbFdDCO6niAQGpMTcyL5UYI7xIZTpKnNqL29UVxPcQ9P/sCISEkJjDIKhNxt8zZYAGDs7pbuSt94m/2zWfLLv1iGQIDAQAB';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  experimental: {
    // Chrome refuses content scripts that carry raw non-characters; this keeps such a slip harmless.
    escapeUnicode: true,
  },
  vite: () => ({
    plugins: [preact()],
    // The oldest browsers the manifests allow.
    build: { target: ['chrome130', 'firefox140'] },
  }),
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: ['identity', 'storage', 'alarms', 'unlimitedStorage'],
    host_permissions: ['https://id.twitch.tv/*', 'https://api.twitch.tv/*'],
    ...(browser === 'firefox' ? firefoxOnly : chromeOnly),
  }),
});

const chromeOnly = { key: CHROME_PUBLIC_KEY, minimum_chrome_version: '130' };

const firefoxOnly = {
  browser_specific_settings: {
    gecko: {
      id: 'streamer-event-viewer@streamer-event-viewer.example',
      strict_min_version: '140.0',
      // The Twitch token goes to Twitch, and nothing goes anywhere else.
      data_collection_permissions: { required: ['authenticationInfo' as const] },
    },
  },
};
