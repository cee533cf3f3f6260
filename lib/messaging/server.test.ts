import { beforeEach, describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import { ProblemError } from '@/lib/domain/problem';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeLog } from '@/tests/support/fake-log';
import { type CommandName, PROTOCOL } from './protocol';
import { createServer, type Handlers, type Sender } from './server';

const IDENTITY = { id: 'our-id', origin: 'chrome-extension://our-id' };
const PAGE: Sender = {
  id: 'our-id',
  url: 'chrome-extension://our-id/popup.html',
  origin: IDENTITY.origin,
};
const PANEL: Sender = {
  id: 'our-id',
  url: 'https://www.twitch.tv/demo_streamer',
  origin: 'https://www.twitch.tv',
  tab: { id: 1 },
  frameId: 0,
  documentLifecycle: 'active',
};
const REFUSED = { ok: false, problem: 'not_allowed' };

const GOOD_DATA: Record<CommandName, object> = {
  'auth/begin': {},
  'auth/signOut': {},
  'channels/suggest': { query: 'demo' },
  'favorite/set': { userName: 'demo_streamer' },
  'feed/seen': { upTo: 7 },
  'feed/subsAndCheersOnly': { isOn: true },
  'history/delete': {},
  'history/startAnew': {},
};
const names = Object.keys(PROTOCOL) as CommandName[];

let ran: string[];
let failure: unknown;

beforeEach(() => {
  ran = [];
  failure = null;
});

async function run<Value>(name: string, value: Value): Promise<Value> {
  ran.push(name);
  if (failure !== null) throw failure;
  return value;
}

const handlers: Handlers = {
  'auth/begin': () => run('auth/begin', null),
  'auth/signOut': () => run('auth/signOut', null),
  'channels/suggest': () => run('channels/suggest', []),
  'favorite/set': ({ userName }) => run(`favorite/set ${userName}`, DEMO_STREAMER),
  'feed/seen': ({ upTo }) => run(`feed/seen ${upTo}`, null),
  'feed/subsAndCheersOnly': ({ isOn }) => run(`feed/subsAndCheersOnly ${isOn}`, null),
  'history/delete': () => run('history/delete', null),
  'history/startAnew': () => run('history/startAnew', null),
};
const answer = createServer(handlers, IDENTITY, createFakeLog());

describe('a command', () => {
  it('is answered with the value of its handler, which receives the data', async () => {
    const message = { name: 'favorite/set', data: { userName: 'demo_streamer', extra: 1 } };
    expect(await answer(message, PANEL)).toEqual({ ok: true, value: DEMO_STREAMER });
    expect(ran).toEqual(['favorite/set demo_streamer']);
  });

  it.each([
    [new ProblemError('streamer_not_found'), 'streamer_not_found'],
    [new Error('bug'), 'unknown'],
  ])('is answered with the problem of %s', async (error, problem) => {
    failure = error;
    const message = { name: 'auth/begin', data: {} };
    expect(await answer(message, PAGE)).toEqual({ ok: false, problem });
  });
});

/** Senders that may send what an extension page may send. */
const PAGES: Record<string, Sender> = {
  'the popup': PAGE,
  'the popup, in a browser that sets no origin': { id: 'our-id', url: PAGE.url },
  'the options in a tab': { ...PAGE, url: `${IDENTITY.origin}/options.html`, tab: {}, frameId: 0 },
};

/** Senders that may send what the panel may send. */
const PANELS: Record<string, Sender> = {
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
const STRANGERS: Record<string, Sender> = {
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

describe.each(names)('%s', (name) => {
  const message = { name, data: GOOD_DATA[name] };
  const isForPanel = PROTOCOL[name].from === 'content';

  it.each(Object.entries(PAGES))('is accepted from %s', async (_who, sender) => {
    expect(await answer(message, sender)).toMatchObject({ ok: true });
    expect(ran).toHaveLength(1);
  });

  it.each(Object.entries(PANELS))(
    `${isForPanel ? 'is accepted' : 'is refused'} from %s`,
    async (_who, sender) => {
      expect(await answer(message, sender)).toMatchObject(isForPanel ? { ok: true } : REFUSED);
      expect(ran).toHaveLength(isForPanel ? 1 : 0);
    },
  );

  it.each(Object.entries(STRANGERS))('is refused from %s', async (_who, sender) => {
    expect(await answer(message, sender)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});

describe('rights beyond those of a viewer', () => {
  it.each(SCOPE_SETS)('%s may be requested by an extension page', async (rights) => {
    const message = { name: 'auth/begin', data: { rights } };
    expect(await answer(message, PAGE)).toMatchObject({ ok: true });
  });

  it.each(SCOPE_SETS.filter((rights) => rights !== 'viewer'))(
    '%s may not be requested by the panel',
    async (rights) => {
      expect(await answer({ name: 'auth/begin', data: { rights } }, PANEL)).toEqual(REFUSED);
      expect(ran).toEqual([]);
    },
  );

  it('are refused if they do not exist', async () => {
    const message = { name: 'auth/begin', data: { rights: 'everything' } };
    expect(await answer(message, PAGE)).toEqual(REFUSED);
  });
});

describe('the panel', () => {
  it('may send three commands only', () => {
    const allowed = names.filter((name) => PROTOCOL[name].from === 'content');
    expect(allowed.toSorted()).toEqual(['auth/begin', 'favorite/set', 'feed/seen']);
  });
});

describe('a message is refused before anything runs', () => {
  it.each([
    ['an unknown name', { name: 'token/read', data: {} }],
    ['an inherited name', { name: 'toString', data: {} }],
    ['the name of a prototype', JSON.parse('{"name":"__proto__","data":{}}')],
    ['the name of a constructor', { name: 'constructor', data: {} }],
    ['a name with a space', { name: 'auth/begin ', data: {} }],
    ['a name that is an object', { name: new String('auth/begin'), data: {} }],
    ['several names', { name: ['auth/begin'], data: {} }],
    ['no name', { data: {} }],
    ['a name that is a number', { name: 7, data: {} }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'auth/begin'],
    ['no data', { name: 'favorite/set' }],
    ['data of another type', { name: 'favorite/set', data: { userName: 7 } }],
    ['too long a user name', { name: 'favorite/set', data: { userName: 'x'.repeat(201) } }],
    ['too long a query', { name: 'channels/suggest', data: { query: 'x'.repeat(101) } }],
    ['a negative number', { name: 'feed/seen', data: { upTo: -1 } }],
    ['a fraction', { name: 'feed/seen', data: { upTo: 1.5 } }],
    ['a number that is too large', { name: 'feed/seen', data: { upTo: Number.MAX_VALUE } }],
    ['unknown rights', { name: 'auth/begin', data: { rights: 'admin' } }],
    ['rights with the name of a prototype', { name: 'auth/begin', data: { rights: '__proto__' } }],
    ['an array as data', { name: 'auth/begin', data: [] }],
    ['NaN', { name: 'feed/seen', data: { upTo: Number.NaN } }],
  ])('with %s', async (_what, message) => {
    expect(await answer(message, PAGE)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});
