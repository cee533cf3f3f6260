import { describe, expect, it } from 'vitest';
import { aSub } from '@/tests/support/builders/events';
import { aFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { EMPTY_FEED, type Feed, readableFeed } from './feed';

const GAP = { streamer_id: '100', from: 1, until: 2, reason: 'not_running' } as const;

/** A feed as an older version stored it, with its names of the fields of a row. */
function anOldFeed(): Feed {
  const { message: told, secondary: more, userMessage: words, ...row } = aView(aSub());
  const rows = [{ ...row, told, more, words }];
  return aFeed({ rows: rows as unknown as Feed['rows'], gaps: [GAP], newestSeq: 7, unseen: 1 });
}

describe('readableFeed', () => {
  it('returns a feed of this version as it is', () => {
    const feed = aFeed({ rows: [aView(aSub())], gaps: [GAP], newestSeq: 7 });
    expect(readableFeed(feed)).toEqual(feed);
    expect(readableFeed(EMPTY_FEED)).toEqual(EMPTY_FEED);
  });

  it('drops rows of an older shape, and marks nothing as seen', () => {
    const stored = anOldFeed();
    expect(readableFeed(stored)).toEqual({ ...stored, rows: [], gaps: [], newestSeq: 0 });
  });

  it('drops rows with users instead of names', () => {
    const user = { id: '7', login: 'ada', name: 'Ada' };
    const rows = [{ ...aView(aSub()), people: [user] }] as unknown as Feed['rows'];
    expect(readableFeed(aFeed({ rows })).rows).toEqual([]);
  });

  it('adds the fields that an older version did not store', () => {
    const { isFiltered: _isFiltered, filter: _filter, gaps: _gaps, ...stored } = aFeed();
    expect(readableFeed(stored)).toEqual({ ...aFeed(), isFiltered: false, filter: null, gaps: [] });
    expect(readableFeed({})).toEqual(EMPTY_FEED);
  });
});
