import { describe, expect, it } from 'vitest';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aSub } from '@/tests/support/builders/events';
import {
  aFeedIndex,
  anIndexedStreamer,
  aStreamerFeed,
  STREAMER,
} from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import {
  EMPTY_INDEX,
  emptyStreamerFeed,
  favoriteOf,
  readableIndex,
  readableStreamerFeed,
  type StreamerFeed,
  shownStreamer,
  streamerOnPage,
} from './feed';

const GAP = { streamer_id: '100', from: 1, until: 2, reason: 'not_running' } as const;

/** A feed as an older version stored it, with its names of the fields of a row. */
function anOldFeed(): StreamerFeed {
  const { message: told, secondary: more, userMessage: words, ...row } = aView(aSub());
  const rows = [{ ...row, told, more, words }] as unknown as StreamerFeed['rows'];
  return aStreamerFeed({ rows, gaps: [GAP], newestSeq: 7 });
}

describe('readableIndex', () => {
  it('returns an index of this version as it is', () => {
    const index = aFeedIndex();
    expect(readableIndex(index)).toEqual(index);
    expect(readableIndex(EMPTY_INDEX)).toEqual(EMPTY_INDEX);
  });

  it('takes the favorite of the version before for the only streamer', () => {
    const { streamers, ...index } = aFeedIndex();
    const stored = { ...index, ...aStreamerFeed(), favorite: STREAMER, unseen: 4 };
    expect(readableIndex(stored)).toEqual({ ...index, streamers });
    expect(readableIndex({ ...stored, favorite: null })).toEqual({ ...index, streamers: [] });
  });

  it('adds the fields that an older version did not store', () => {
    expect(readableIndex({})).toEqual(EMPTY_INDEX);
  });
});

describe('readableStreamerFeed', () => {
  it('returns a feed of this version as it is', () => {
    const feed = aStreamerFeed({ rows: [aView(aSub())], gaps: [GAP], newestSeq: 7 });
    expect(readableStreamerFeed(feed)).toEqual(feed);
    expect(readableStreamerFeed(emptyStreamerFeed('7'))).toEqual(emptyStreamerFeed('7'));
  });

  it('drops rows of an older shape, and marks nothing as seen', () => {
    const stored = anOldFeed();
    expect(readableStreamerFeed(stored)).toEqual({ ...stored, rows: [], gaps: [], newestSeq: 0 });
  });

  it('drops rows with users instead of names', () => {
    const user = { id: '7', login: 'ada', name: 'Ada' };
    const rows = [{ ...aView(aSub()), people: [user] }] as unknown as StreamerFeed['rows'];
    expect(readableStreamerFeed(aStreamerFeed({ rows })).rows).toEqual([]);
  });

  it('adds the fields that an older version did not store', () => {
    const { isFiltered: _isFiltered, filter: _filter, gaps: _gaps, ...stored } = aStreamerFeed();
    expect(readableStreamerFeed(stored)).toEqual({
      ...aStreamerFeed(),
      isFiltered: false,
      filter: null,
      gaps: [],
    });
    expect(readableStreamerFeed({ streamerId: '7' })).toEqual(emptyStreamerFeed('7'));
  });
});

describe('the streamers of an index', () => {
  const favorite = anIndexedStreamer();
  const other = anIndexedStreamer({ ...OTHER_STREAMER, isFavorite: false });
  const index = aFeedIndex({ streamers: [favorite, other] });

  it('has at most one favorite', () => {
    expect(favoriteOf(index)).toBe(favorite);
    expect(favoriteOf(aFeedIndex({ streamers: [other] }))).toBeNull();
  });

  it.each([
    ['the favorite', 'demo_streamer', favorite, favorite],
    ['another one of the list', 'other_streamer', other, other],
    ['somebody else', 'nobody', null, favorite],
    ['nobody', null, null, favorite],
  ])('shows on the page of %s', (_whose, login, onPage, shown) => {
    expect(streamerOnPage(index, login)).toBe(onPage);
    expect(shownStreamer(index, login)).toBe(shown);
  });
});
