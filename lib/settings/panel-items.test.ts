import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aFeedIndex, anIndexedStreamer, aStreamerFeed } from '@/tests/support/builders/feed';
import { EMPTY_INDEX, emptyStreamerFeed, type FeedIndex, shownStreamer } from './feed';
import { feedIndexItem, streamerFeedItem, unseenItem } from './feed-item';
import { isPanelAwaitedItem } from './panel-awaited';
import { panelChoiceItem } from './panel-choice';
import { type PanelItems, storePanelChoice, watchPanelItems } from './panel-items';

const { local } = fakeBrowser.storage;
const OTHER = anIndexedStreamer({ ...OTHER_STREAMER, isFavorite: false });
const TWO = aFeedIndex({ streamers: [anIndexedStreamer(), OTHER] });

let watching = new AbortController();
let seen: PanelItems[] = [];
/** The login of the channel that the page belongs to. */
let page: string | null = null;

beforeEach(() => {
  watching = new AbortController();
  seen = [];
  page = null;
});

const choose = (index: FeedIndex) => shownStreamer(index, page)?.id ?? null;
const start = () => watchPanelItems(watching.signal, choose, (items) => seen.push(items));
const shows = async (times: number) => await vi.waitFor(() => expect(seen).toHaveLength(times));

/** Resolves when the items were read. Returns a function that goes to the page of a channel. */
async function watch(): Promise<(login: string) => void> {
  const chooseAgain = start();
  await shows(1);
  return (login) => {
    page = login;
    chooseAgain();
  };
}

/** Stores two streamers with rows, of which one is unseen at each. */
async function storeTwo(): Promise<void> {
  await feedIndexItem.setValue(TWO);
  await unseenItem.setValue({ 100: 1, 101: 2 });
  await streamerFeedItem('100').setValue(aStreamerFeed({ newestSeq: 7 }));
  await streamerFeedItem('101').setValue(aStreamerFeed({ streamerId: '101', newestSeq: 8 }));
}

describe('the items of the panel', () => {
  it('are the items that the rest of the extension writes', async () => {
    await storeTwo();
    await panelChoiceItem.setValue({ elsewhere: 'open' });
    await watch();
    const feed = aStreamerFeed({ newestSeq: 7 });
    expect(seen).toEqual([{ index: TWO, feed, unseen: 1, panel: { elsewhere: 'open' } }]);
    await storePanelChoice({ elsewhere: 'folded' });
    expect(await panelChoiceItem.getValue()).toEqual({ elsewhere: 'folded' });
  });

  it('have the same defaults', async () => {
    await watch();
    expect(seen).toEqual([{ index: EMPTY_INDEX, feed: null, unseen: 0, panel: {} }]);
  });

  it('have an empty feed for a streamer of whom nothing is stored yet', async () => {
    await feedIndexItem.setValue(aFeedIndex());
    await watch();
    expect(seen[0]?.feed).toEqual(emptyStreamerFeed('100'));
  });

  it('are read with one call and one for the streamer, whatever changes later', async () => {
    await storeTwo();
    const read = vi.spyOn(local, 'get');
    await watch();
    const later = aStreamerFeed({ newestSeq: 9 });
    await streamerFeedItem('100').setValue(later);
    await panelChoiceItem.setValue({ onFavorite: 'folded' });
    await unseenItem.setValue({ 100: 2 });
    expect(seen.at(-1)).toEqual({
      index: TWO,
      feed: later,
      unseen: 2,
      panel: { onFavorite: 'folded' },
    });
    expect(seen).toHaveLength(4);
    expect(read).toHaveBeenCalledTimes(2);
    await feedIndexItem.removeValue();
    expect(seen.at(-1)).toMatchObject({ index: EMPTY_INDEX, feed: null, unseen: 0 });
  });

  it('do not change with another streamer', async () => {
    await storeTwo();
    await watch();
    await streamerFeedItem('101').setValue(aStreamerFeed({ streamerId: '101', newestSeq: 9 }));
    await unseenItem.setValue({ 100: 1, 101: 3 });
    expect(seen).toHaveLength(1);
  });

  it('do not change after the signal aborts', async () => {
    const goTo = await watch();
    watching.abort();
    await feedIndexItem.setValue(TWO);
    goTo('other_streamer');
    expect(seen).toHaveLength(1);
  });

  it('do not change, and nothing fails, after the extension was updated', () => {
    vi.spyOn(local.onChanged, 'addListener').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    start()();
    watching.abort();
    expect(seen).toEqual([]);
  });

  it('say that a panel is shown only if one is awaited', async () => {
    const remove = vi.spyOn(local, 'remove');
    await watch();
    expect(remove).not.toHaveBeenCalled();
    watching.abort();
    seen = [];
    await isPanelAwaitedItem.setValue(true);
    watching = new AbortController();
    await watch();
    await vi.waitFor(async () => expect(await isPanelAwaitedItem.getValue()).toBe(false));
    expect(seen).toHaveLength(1);
  });
});

describe('the streamer that the panel follows', () => {
  it('changes with the page, and is shown when the feed is read', async () => {
    await storeTwo();
    const goTo = await watch();
    goTo('other_streamer');
    expect(seen).toHaveLength(1);
    await shows(2);
    expect(seen[1]).toMatchObject({ feed: { streamerId: '101', newestSeq: 8 }, unseen: 2 });
    await streamerFeedItem('100').setValue(aStreamerFeed({ newestSeq: 10 }));
    expect(seen).toHaveLength(2);
    goTo('demo_streamer');
    await shows(3);
    expect(seen[2]).toMatchObject({ feed: { streamerId: '100', newestSeq: 10 }, unseen: 1 });
    goTo('somebody_else');
    expect(seen).toHaveLength(3);
  });

  it('is the one of the last page, however fast the user is', async () => {
    await storeTwo();
    const goTo = await watch();
    for (const login of ['other_streamer', 'demo_streamer', 'other_streamer']) goTo(login);
    await shows(2);
    expect(seen[1]).toMatchObject({ feed: { streamerId: '101', newestSeq: 8 } });
  });

  it('changes with the list', async () => {
    await storeTwo();
    page = 'other_streamer';
    await watch();
    expect(seen[0]?.feed?.streamerId).toBe('101');
    await feedIndexItem.setValue(aFeedIndex());
    await shows(2);
    expect(seen[1]?.feed).toEqual(aStreamerFeed({ newestSeq: 7 }));
  });

  it('has what was stored while the feed was read', async () => {
    await storeTwo();
    const goTo = await watch();
    goTo('other_streamer');
    const newer = aStreamerFeed({ streamerId: '101', newestSeq: 9 });
    await streamerFeedItem('101').setValue(newer);
    await vi.waitFor(() => expect(seen.at(-1)?.feed).toEqual(newer));
    expect(seen.map(({ feed }) => feed?.newestSeq)).not.toContain(8);
  });
});
