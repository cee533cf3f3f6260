import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aFeed } from '@/tests/support/builders/feed';
import { EMPTY_FEED } from './feed';
import { feedItem } from './feed-item';
import { isPanelAwaitedItem } from './panel-awaited';
import { panelChoiceItem } from './panel-choice';
import { type PanelItems, storePanelChoice, watchPanelItems } from './panel-items';

let watching = new AbortController();
let seen: PanelItems[] = [];

beforeEach(() => {
  watching = new AbortController();
  seen = [];
});

async function watch(): Promise<void> {
  watchPanelItems(watching.signal, (items) => seen.push(items));
  await vi.waitFor(() => expect(seen).toHaveLength(1));
}

describe('the items of the panel', () => {
  it('are the items that the rest of the extension writes', async () => {
    const feed = aFeed();
    await feedItem.setValue(feed);
    await panelChoiceItem.setValue({ elsewhere: 'open' });
    await watch();
    expect(seen).toEqual([{ feed, panel: { elsewhere: 'open' } }]);
    await storePanelChoice({ elsewhere: 'folded' });
    expect(await panelChoiceItem.getValue()).toEqual({ elsewhere: 'folded' });
  });

  it('have the same defaults', async () => {
    await watch();
    expect(seen).toEqual([{ feed: EMPTY_FEED, panel: {} }]);
  });

  it('are read with one call, whatever changes later', async () => {
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    await watch();
    const later = aFeed({ unseen: 1 });
    await feedItem.setValue(later);
    await panelChoiceItem.setValue({ onFavorite: 'folded' });
    expect(seen.at(-1)).toEqual({ feed: later, panel: { onFavorite: 'folded' } });
    await feedItem.removeValue();
    expect(seen.at(-1)?.feed).toEqual(EMPTY_FEED);
    expect(seen).toHaveLength(4);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('do not change after the signal aborts', async () => {
    await watch();
    watching.abort();
    await feedItem.setValue(aFeed());
    expect(seen).toHaveLength(1);
  });

  it('do not change, and nothing fails, after the extension was updated', () => {
    vi.spyOn(fakeBrowser.storage.local.onChanged, 'addListener').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    watchPanelItems(watching.signal, (items) => seen.push(items));
    watching.abort();
    expect(seen).toEqual([]);
  });

  it('say that a panel is shown only if one is awaited', async () => {
    const remove = vi.spyOn(fakeBrowser.storage.local, 'remove');
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
