import type { Identity, Sender } from '@/lib/messaging/server';

/** The extension itself. */
export const IDENTITY: Identity = { id: 'our-id', origin: 'chrome-extension://our-id' };

/** The popup. */
export const PAGE: Sender = {
  id: 'our-id',
  url: 'chrome-extension://our-id/popup.html',
  origin: IDENTITY.origin,
};

/** The panel on a channel. */
export const PANEL: Sender = {
  id: 'our-id',
  url: 'https://www.twitch.tv/demo_streamer',
  origin: 'https://www.twitch.tv',
  tab: { id: 1 },
  frameId: 0,
  documentLifecycle: 'active',
};

/** Senders that may send what an extension page may send. */
export const PAGES: Record<string, Sender> = {
  'the popup': PAGE,
  'the popup, in a browser that sets no origin': { id: 'our-id', url: PAGE.url },
  'the options in a tab': { ...PAGE, url: `${IDENTITY.origin}/options.html`, tab: {}, frameId: 0 },
};

/** Senders that may send what the panel may send. */
export const PANELS: Record<string, Sender> = {
  'the panel on a channel': PANEL,
  'the panel on the front page': { ...PANEL, url: 'https://www.twitch.tv/' },
  'the panel, in a browser that sets fewer fields': {
    ...PANEL,
    origin: undefined,
    documentLifecycle: undefined,
  },
};

const at = (url: string): Sender => ({ ...PANEL, url, origin: new URL(url).origin });

/** Senders that may send nothing. */
export const STRANGERS: Record<string, Sender> = {
  'another extension': { id: 'their-id', url: 'chrome-extension://their-id/x.html' },
  'another extension that names our page': { ...PAGE, id: 'their-id' },
  'another extension’s script on Twitch': { ...PANEL, id: 'their-id' },
  'a page of the web': { url: 'https://www.example.com/', tab: {}, frameId: 0 },
  'a page of Twitch': { ...PANEL, id: undefined },
  'our script on another site': at('https://www.example.com/'),
  'our script on a site that ends like Twitch': at('https://evil-www.twitch.tv/'),
  'our script on a site that begins like Twitch': at('https://www.twitch.tv.evil.example/'),
  'our script on a site with Twitch for a user': at('https://www.twitch.tv@evil.example/'),
  'our script on a site with Twitch in its path': at('https://evil.example/https://www.twitch.tv/'),
  'our script on another host of Twitch': at('https://clips.twitch.tv/'),
  'our script on another port of Twitch': at('https://www.twitch.tv:8443/'),
  'our script on Twitch without encryption': at('http://www.twitch.tv/'),
  'our script in a frame on Twitch': { ...PANEL, frameId: 4 },
  'our script in no known frame': { ...PANEL, frameId: undefined },
  'our script in no tab': { ...PANEL, tab: undefined },
  'our script in a sandbox on Twitch': { ...PANEL, origin: 'null' },
  'our script on a blank page of Twitch': { ...PANEL, url: 'about:blank' },
  'our script on a prerendered page': { ...PANEL, documentLifecycle: 'prerender' },
  'our script on a page in the back/forward cache': { ...PANEL, documentLifecycle: 'cached' },
  'a page that looks like ours': { ...PAGE, url: 'chrome-extension://our-id.example/popup.html' },
  'our address under another origin': { ...PAGE, origin: 'https://evil.example' },
  'our page without a path': { ...PAGE, url: IDENTITY.origin },
  'our id from nowhere': { id: 'our-id' },
  'an unknown sender': {},
};
