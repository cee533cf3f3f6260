import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { at } from '@/tests/support/builders/event-fields';
import { aCheer, aGift, anEvent, anUpdate } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../../database';
import { recordEvents } from '../../history/events';
import { readLogRows } from '../log-rows';
import { matchingViewers } from './matching-viewers';

async function logOf(...events: StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return await indexed(db);
}

async function found(db: Database, search: string, part: object = {}): Promise<string[]> {
  const query = { streamerId: null, viewerId: null, limit: 50, search, ...part };
  return (await readLogRows(db, query))?.rows.map(({ id }) => id) ?? [];
}

function by(name: string, login = 'somebody', id = name): Partial<StreamEvent> {
  return { viewer_id: id, viewer_login: login, viewer_name: name };
}

function saying(id: string, message: string) {
  return { ...aCheer({ id, ...by('Nobody', 'nobody', '1') }), detail: { bits: 1, message } };
}

describe('a viewer is found', () => {
  it.each([
    ['LanternKeeper', ['lantern', 'LANTERN', 'keeper', 'nk', 'K', '@lanternkeeper', ' Lantern ']],
    ['Straße', ['strasse', 'STRASSE', 'straße', 'aß']],
    ['İstanbul', ['istanbul', 'İST', 'ISTANBUL']],
    ['ﬁne', ['fine', 'ﬁ', 'FI']],
    ['Cafe\u0301', ['café', 'cafe', 'CAFÉ', 'fé']],
    ['מנורה', ['מנורה', 'נור']],
    ['مشاهد', ['مشا', 'اهد']],
    ['東京タワー', ['東京', '京タ', 'ワー', '京']],
    ['ไทยแลนด์', ['ไทย', 'แลนด์']],
    ['🎉party', ['🎉', 'party', '🎉p']],
    ['100%_sure', ['100%', '%_s', '_']],
    ['a.*b', ['.*', 'a.']],
  ])('by any part of the name %s', async (name, typed) => {
    const db = await logOf(aCheer({ id: 'theirs', ...by(name) }), aCheer({ ...by('Zzz', 'zzz') }));
    for (const search of typed) {
      expect([search, await found(db, search)]).toEqual([search, ['theirs']]);
      const [viewer] = await matchingViewers(db, search, 5);
      expect([search, viewer?.name]).toEqual([search, name]);
    }
  });

  it('by login, by display name, and by earlier names', async () => {
    const db = await logOf(
      aCheer({ id: 'a', ...by('Früher', 'before', '7'), ...at(1) }),
      aCheer({ id: 'b', ...by('Später', 'after', '7'), ...at(2) }),
    );
    for (const search of ['before', 'fruher', 'after', 'SPÄTER']) {
      expect(await found(db, search)).toEqual(['b', 'a']);
      expect(await matchingViewers(db, search, 5)).toEqual([
        { id: '7', login: 'after', name: 'Später' },
      ]);
    }
  });

  it('first if the name begins with what was typed', async () => {
    const names = ['my_light', 'light', 'moonlight', 'lighthouse'];
    const db = await logOf(...names.map((name) => aCheer(by(name, name))));
    const viewers = await matchingViewers(db, 'light', 3);
    expect(viewers.map(({ name }) => name)).toEqual(['light', 'lighthouse', 'moonlight']);
    expect(await matchingViewers(db, '  ', 3)).toEqual([]);
  });

  it('not by characters that mean something in a query', async () => {
    const db = await logOf(aCheer(by('Lantern', 'lantern')));
    for (const search of ['.*', '%', '*', '\uFFFF', '[a-z]', '\\', "' OR ''='"]) {
      expect(await found(db, search)).toEqual([]);
    }
  });
});

describe('an event is found by its words', () => {
  it.each([
    ['Hello lantern people', ['hello', 'hello lan', 'people hello', 'LANTERN'], ['ello', 'hell o']],
    ['Grüße aus der Straße', ['grusse', 'GRÜSSE AUS', 'strasse'], ['grus aus']],
    ['東京タワーを見る', ['東京', '東京タワー', 'タワーを見', '見', '見る'], ['東タ', '京東']],
    ['สวัสดีครับ', ['สวัสดี', 'ครับ'], ['รัดี']],
    ['שָׁלוֹם לכולם', ['שלום', 'לכולם'], ['כולם']],
    ['it’s LATE', ["it's", 'its late'], ['s']],
    ['I İ ı', ['i i'], []],
    ['100 Bits & <b>bold</b>', ['100', '<b>', 'bold bi'], ['00']],
  ])('of "%s"', async (message, typed, others) => {
    const db = await logOf(saying('it', message), saying('other', 'nothing of the kind'));
    for (const search of typed) {
      expect([search, await found(db, search)]).toEqual([search, ['it']]);
    }
    for (const search of others) {
      expect([search, await found(db, search)]).toEqual([search, []]);
    }
  });

  it('in titles, and by the names of those whom it concerns', async () => {
    const db = await logOf(
      anUpdate(0, 'Baking bread'),
      { ...aGift('bomb', 3), id: 'gift', ...at(1) },
      anEvent(
        'raid_out',
        { viewers: 3, target: { id: '9', login: 'kitchen', name: 'Küche' } },
        { id: 'raid', ...at(2) },
      ), // prettier-ignore
    );
    expect(await found(db, 'bread')).toEqual(['update 0']);
    expect(await found(db, 'recipient_3')).toEqual(['gift']);
    expect(await found(db, 'kuche')).toEqual(['raid']);
  });

  it.each(Object.entries(HOSTILE_TEXTS))('with a hostile text: %s', async (_name, text) => {
    const db = await logOf(saying('it', text), saying('other', 'nothing of the kind'));
    // Without words there is nothing to find it by.
    expect(['it', undefined]).toContain((await found(db, text)).at(0));
    expect(await found(db, `${text} missing`)).toEqual([]);
  });
});

describe('what is searched for', () => {
  it('is at its newest event, once for each row', async () => {
    const db = await logOf(
      ...[0, 1, 2].map((number) => ({ ...aGift('bomb', number), id: `${number}`, ...at(number) })),
      aCheer({ id: 'between', ...by('Recipient_9', 'recipient_9'), ...at(1) }),
    );
    expect(await found(db, 'recipient_2')).toEqual(['0']);
    expect(await found(db, 'recipient')).toEqual(['0', 'between']);
    expect(await found(db, 'recipient_0')).toEqual(['0']);
  });

  it('is found before the index has it', async () => {
    const db = await logOf(aCheer({ id: 'old', ...by('Lantern', 'lantern', '7'), ...at(1) }));
    await recordEvents(db, [
      aCheer({ id: 'new', ...by('Lantern', 'lantern', '7'), ...at(2) }),
      { ...saying('said', 'what a lantern'), ...at(3) },
      aCheer({ id: 'another', ...by('lantern_fan', 'lantern_fan', '8'), ...at(4) }),
    ]);
    expect(await found(db, 'lantern')).toEqual(['another', 'said', 'new', 'old']);
  });

  it('can be of one streamer, one viewer, some kinds and some time', async () => {
    const db = await logOf(
      { ...saying('a', 'hello'), ...at(1) },
      { ...saying('b', 'hello'), ...at(2), streamer_id: '101' },
      { ...saying('c', 'hello'), ...at(3), ...by('Hello', 'hello', '9') } as StreamEvent,
      anEvent('raid_in', { viewers: 1 }, { id: 'd', ...at(4), ...by('Hello', 'hello', '9') }),
    );
    expect(await found(db, 'hello')).toEqual(['d', 'c', 'b', 'a']);
    expect(await found(db, 'hello', { streamerId: '101' })).toEqual(['b']);
    expect(await found(db, 'hello', { viewerId: '9' })).toEqual(['d', 'c']);
    expect(await found(db, 'hello', { kinds: new Set(['cheer']) })).toEqual(['c', 'b', 'a']);
    const spans = [{ from: START + 2 * MINUTE, until: START + 4 * MINUTE }];
    expect(await found(db, 'hello', { spans })).toEqual(['c', 'b']);
  });
});
