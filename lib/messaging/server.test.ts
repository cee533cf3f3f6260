import { beforeEach, describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import { DEFAULT_FILTER, withLeast } from '@/lib/domain/filter/filter';
import { ProblemError } from '@/lib/domain/problem';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { IDENTITY, PAGE, PAGES, PANEL, PANELS, STRANGERS } from '@/tests/support/builders/senders';
import { WRONG_MESSAGES } from '@/tests/support/builders/wrong-messages';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { type CommandName, PROTOCOL } from './protocol';
import { createServer, type Handlers } from './server';

// In one file, though long: all of it asks the one server that knows every command.

const NO_ROWS = { rows: [], gaps: [], newestSeq: 0, hasOlder: false };
const WHOLE = { streamerId: null, viewerId: null, from: null, until: null };
const REFUSED = { ok: false, problem: 'not_allowed' };

const GOOD_DATA: Record<CommandName, object> = {
  'account/scopes': {},
  'auth/begin': {},
  'auth/signOut': {},
  'channels/suggest': { query: 'demo' },
  'channels/viewers': {},
  'connection/retry': {},
  'favorite/set': { userName: 'demo_streamer' },
  'feed/away': { streamerId: '100' },
  'feed/hideKind': { kind: 'raid_in', streamerId: '100', isHidden: true },
  'feed/page': { streamerId: '100', before: 'row' },
  'feed/seen': { upTo: 7 },
  'feed/subsAndCheersOnly': { isOn: true },
  'feed/undoSeen': {},
  'notifications/choose': { kind: 'raid_in', streamerId: '100', isOn: true },
  'options/open': { section: 'panel' },
  'recordings/events': { videoId: '7', second: 60 },
  'streamers/add': { userName: 'demo_streamer' },
  'streamers/choose': { streamerId: '100', choices: { isMuted: true } },
  'streamers/remove': { streamerId: '100' },
  'streamers/undoAdd': { streamerId: '100' },
  'streamers/undoRemove': { streamerId: '100' },
  'history/delete': {},
  'history/delete-events': { ids: ['a'] },
  'history/delete-part': { scope: WHOLE, after: null },
  'history/import': { firstLine: 1, lines: [''] },
  'history/import-check': { firstLine: 1, lines: [''] },
  'history/open': { viewerId: '7' },
  'history/startAnew': {},
  'welcome/open': {},
};
const names = Object.keys(PROTOCOL) as CommandName[];

/** The handlers that ran, some with their data. */
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
  'account/scopes': () => run('account/scopes', []),
  'auth/begin': () => run('auth/begin', null),
  'auth/signOut': () => run('auth/signOut', null),
  'channels/suggest': () => run('channels/suggest', []),
  'channels/viewers': () => run('channels/viewers', { at: 0, byStreamer: {} }),
  'connection/retry': () => run('connection/retry', null),
  'favorite/set': ({ userName }) => run(`favorite/set ${userName}`, DEMO_STREAMER),
  'feed/away': ({ streamerId }) => run(`feed/away ${streamerId}`, null),
  'feed/hideKind': ({ kind }) => run(`feed/hideKind ${kind}`, null),
  'feed/page': ({ before }) => run(`feed/page ${before}`, NO_ROWS),
  'feed/seen': ({ upTo }) => run(`feed/seen ${upTo}`, null),
  'feed/subsAndCheersOnly': ({ isOn }) => run(`feed/subsAndCheersOnly ${isOn}`, null),
  'feed/undoSeen': () => run('feed/undoSeen', true),
  'notifications/choose': ({ kind }) => run(`notifications/choose ${kind}`, null),
  'options/open': ({ section }) => run(`options/open ${section}`, null),
  'recordings/events': ({ videoId }) => run(`recordings/events ${videoId}`, null),
  'streamers/add': ({ userName }) => run(`streamers/add ${userName}`, DEMO_STREAMER),
  'streamers/choose': ({ choices }) => run(`streamers/choose ${JSON.stringify(choices)}`, null),
  'streamers/remove': ({ streamerId }) => run(`streamers/remove ${streamerId}`, null),
  'streamers/undoAdd': ({ streamerId }) => run(`streamers/undoAdd ${streamerId}`, null),
  'streamers/undoRemove': ({ streamerId }) => run(`streamers/undoRemove ${streamerId}`, null),
  'history/delete': () => run('history/delete', null),
  'history/delete-events': ({ ids }) => run(`history/delete-events ${ids.length}`, ids.length),
  'history/delete-part': () => run('history/delete-part', { deleted: 0, next: null }),
  'history/import': () => run('history/import', { added: 0, known: 0 }),
  'history/import-check': () => run('history/import-check', null),
  'history/open': ({ viewerId }) => run(`history/open ${viewerId}`, null),
  'history/startAnew': () => run('history/startAnew', null),
  'welcome/open': () => run('welcome/open', null),
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

describe.each(names)('%s', (name) => {
  const message = { name, data: GOOD_DATA[name] };
  const isForPanel = PROTOCOL[name].from === 'content';

  it.each(Object.entries(PAGES))('is accepted from %s', async (_name, sender) => {
    expect(await answer(message, sender)).toMatchObject({ ok: true });
    expect(ran).toHaveLength(1);
  });

  it.each(Object.entries(PANELS))(
    `${isForPanel ? 'is accepted' : 'is refused'} from %s`,
    async (_name, sender) => {
      expect(await answer(message, sender)).toMatchObject(isForPanel ? { ok: true } : REFUSED);
      expect(ran).toHaveLength(isForPanel ? 1 : 0);
    },
  );

  it.each(Object.entries(STRANGERS))('is refused from %s', async (_name, sender) => {
    expect(await answer(message, sender)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});

describe('scope sets beyond the one of a viewer', () => {
  it.each(SCOPE_SETS)('%s may be requested by an extension page', async (scopeSet) => {
    const message = { name: 'auth/begin', data: { rights: scopeSet } };
    expect(await answer(message, PAGE)).toMatchObject({ ok: true });
  });

  it.each(SCOPE_SETS.filter((scopeSet) => scopeSet !== 'viewer'))(
    '%s may not be requested by the panel',
    async (scopeSet) => {
      const message = { name: 'auth/begin', data: { rights: scopeSet } };
      expect(await answer(message, PANEL)).toEqual(REFUSED);
      expect(ran).toEqual([]);
    },
  );

  it('are refused if they do not exist', async () => {
    const message = { name: 'auth/begin', data: { rights: 'everything' } };
    expect(await answer(message, PAGE)).toEqual(REFUSED);
  });
});

describe('choices for a streamer', () => {
  const choose = (choices: object) =>
    answer({ name: 'streamers/choose', data: { streamerId: '100', choices } }, PAGE);
  const recording = { moderation: true, redemptions: false, shared_chat: false };
  const least = { viewers: 1, gifts: 2, bits: 3 };

  it.each([
    ['nothing', {}],
    ['some of them', { recordsCheers: false, isMuted: true }],
    ['what is set for all', { recording: null, filters: null, notifications: null }],
    ['their own notifications', { notifications: { choices: ['live'], least } }],
    ['their own', { recording, filters: { feed: DEFAULT_FILTER, badge: DEFAULT_FILTER } }],
  ])('are handed over: %s', async (_which, choices) => {
    expect(await choose(choices)).toMatchObject({ ok: true });
    expect(ran).toEqual([`streamers/choose ${JSON.stringify(choices)}`]);
  });

  it('are handed over without anything else', async () => {
    expect(await choose({ isMuted: true, addedAt: 7 })).toMatchObject({ ok: true });
    expect(ran).toEqual(['streamers/choose {"isMuted":true}']);
  });

  it.each([
    ['a switch that is a text', { isMuted: 'yes' }],
    ['incomplete recording options', { recording: { moderation: true } }],
    ['one filter only', { filters: { feed: DEFAULT_FILTER } }],
    [
      'an unknown choice of a filter',
      { filters: { feed: { ...DEFAULT_FILTER, hidden: ['holograms'] }, badge: DEFAULT_FILTER } },
    ],
    [
      'a negative minimum',
      {
        filters: {
          feed: withLeast(DEFAULT_FILTER, 'bits', -1),
          badge: DEFAULT_FILTER,
        },
      },
    ],
  ])('are refused: %s', async (_fault, choices) => {
    expect(await choose(choices)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});

describe('the panel', () => {
  it('may send these commands only', () => {
    const allowed = names.filter((name) => PROTOCOL[name].from === 'content');
    expect(allowed.toSorted()).toEqual([
      'auth/begin',
      'favorite/set',
      'feed/away',
      'feed/hideKind',
      'feed/page',
      'feed/seen',
      'feed/subsAndCheersOnly',
      'history/open',
      'notifications/choose',
      'options/open',
      'recordings/events',
      'streamers/add',
      'streamers/undoAdd',
      'welcome/open',
    ]);
  });
});

describe('a message is refused before anything runs', () => {
  it.each(WRONG_MESSAGES)('with %s', async (_fault, message) => {
    expect(await answer(message, PAGE)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});
