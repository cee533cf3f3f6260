import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/domain/problem';
import { RIGHTS } from '@/lib/domain/rights';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeLog } from '@/tests/support/fake-log';
import { type CommandName, PROTOCOL } from './protocol';
import { createServer, type Handlers, type Sender } from './server';

const IDENTITY = { id: 'our-id', pagesUrl: 'chrome-extension://our-id/' };
const PAGE: Sender = { id: 'our-id', url: 'chrome-extension://our-id/popup.html' };
const PANEL: Sender = { id: 'our-id', url: 'https://www.twitch.tv/demo_streamer' };
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
const forPagesOnly = names.filter((name) => PROTOCOL[name].from === 'page');

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
  it.each(names)('%s from a page of ours is run', async (name) => {
    expect(await answer({ name, data: GOOD_DATA[name] }, PAGE)).toMatchObject({ ok: true });
    expect(ran).toHaveLength(1);
  });

  it('answers with the value of its handler, which gets its data', async () => {
    const message = { name: 'favorite/set', data: { userName: 'demo_streamer', extra: 1 } };
    expect(await answer(message, PANEL)).toEqual({ ok: true, value: DEMO_STREAMER });
    expect(ran).toEqual(['favorite/set demo_streamer']);
  });

  it.each([
    [new ProblemError('streamer_not_found'), 'streamer_not_found'],
    [new Error('bug'), 'unknown'],
  ])('answers with the problem of %s', async (error, problem) => {
    failure = error;
    const message = { name: 'auth/begin', data: {} };
    expect(await answer(message, PAGE)).toEqual({ ok: false, problem });
  });
});

describe('what may come from the panel', () => {
  it('is what the design allows it, and no more', () => {
    const allowed = names.filter((name) => PROTOCOL[name].from === 'content');
    expect(allowed.toSorted()).toEqual(['auth/begin', 'favorite/set', 'feed/seen']);
  });

  it.each(forPagesOnly)('is not %s', async (name) => {
    expect(await answer({ name, data: GOOD_DATA[name] }, PANEL)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});

describe('rights beyond a viewer’s', () => {
  it.each(RIGHTS)('%s: may be asked for from a page of ours', async (rights) => {
    const message = { name: 'auth/begin', data: { rights } };
    expect(await answer(message, PAGE)).toMatchObject({ ok: true });
  });

  it.each(RIGHTS.filter((rights) => rights !== 'viewer'))(
    '%s: may not be asked for from the panel',
    async (rights) => {
      expect(await answer({ name: 'auth/begin', data: { rights } }, PANEL)).toEqual(REFUSED);
      expect(ran).toEqual([]);
    },
  );

  it('may be none that there are not', async () => {
    const message = { name: 'auth/begin', data: { rights: 'everything' } };
    expect(await answer(message, PAGE)).toEqual(REFUSED);
  });
});

describe('a message is refused before anything runs', () => {
  it.each<[string, Sender]>([
    ['another extension', { id: 'their-id', url: 'chrome-extension://their-id/x.html' }],
    ['another extension that names our page', { id: 'their-id', url: PAGE.url }],
    ['another site', { id: 'our-id', url: 'https://www.example.com/' }],
    ['a site that looks like Twitch', { id: 'our-id', url: 'https://www.twitch.tv.example.com/' }],
    ['another host of Twitch', { id: 'our-id', url: 'https://clips.twitch.tv/' }],
    ['Twitch without encryption', { id: 'our-id', url: 'http://www.twitch.tv/' }],
    ['a page that looks like ours', { id: 'our-id', url: 'chrome-extension://our-id.example/x' }],
    ['nowhere', { id: 'our-id' }],
    ['nobody', {}],
  ])('from %s', async (_who, sender) => {
    expect(await answer({ name: 'auth/begin', data: {} }, sender)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });

  it.each([
    ['an unknown name', { name: 'token/read', data: {} }],
    ['an inherited name', { name: 'toString', data: {} }],
    ['no name', { data: {} }],
    ['a name that is no text', { name: 7, data: {} }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'auth/begin'],
    ['no data', { name: 'favorite/set' }],
    ['data of another kind', { name: 'favorite/set', data: { userName: 7 } }],
    ['far too much data', { name: 'favorite/set', data: { userName: 'x'.repeat(201) } }],
    ['far too much to look for', { name: 'channels/suggest', data: { query: 'x'.repeat(101) } }],
    ['a negative number', { name: 'feed/seen', data: { upTo: -1 } }],
    ['half a number', { name: 'feed/seen', data: { upTo: 1.5 } }],
    ['no number', { name: 'feed/seen', data: { upTo: Number.NaN } }],
  ])('with %s', async (_what, message) => {
    expect(await answer(message, PAGE)).toEqual(REFUSED);
    expect(ran).toEqual([]);
  });
});
