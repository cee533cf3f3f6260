import { act, screen, waitFor } from '@testing-library/preact';
import { options } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { storage } from 'wxt/utils/storage';
import { feedIndexItem, streamerFeedItem, unseenItem } from '@/lib/settings/feed-item';
import { readSeenSnapshot } from '@/lib/settings/seen-snapshot';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aCheer } from '@/tests/support/builders/events';
import { aFeed, aFeedIndex, anIndexedStreamer, aStreamerFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const OTHER = anIndexedStreamer({ ...OTHER_STREAMER, isFavorite: false });
const TWO = aFeedIndex({ streamers: [anIndexedStreamer(), OTHER] });

/** Publishes an event of a streamer, as the background does: with one write. */
async function publish(streamerId: string, eventId: string, unseen: Record<string, number>) {
  const rows = [aView(aCheer({ id: eventId, streamer_id: streamerId }))];
  await act(() =>
    storage.setItems([
      { item: unseenItem, value: unseen },
      {
        item: streamerFeedItem(streamerId),
        value: aStreamerFeed({ streamerId, rows, newestSeq: 7 }),
      },
    ]),
  );
}

/** Counts what Preact renders until the end of the test. */
function countRenders(): { renders: number } {
  const count = { renders: 0 };
  const { diffed } = options;
  options.diffed = (vnode) => {
    count.renders += 1;
    diffed?.(vnode);
  };
  onTestFinished(() => {
    if (diffed === undefined) delete options.diffed;
    else options.diffed = diffed;
  });
  return count;
}

it('renders nothing for an event of another streamer', async () => {
  const { send } = await openPanel(aFeed());
  await act(() => feedIndexItem.setValue(TWO));
  // The list asks what was seen before.
  await act(async () => void (await readSeenSnapshot()));
  const count = countRenders();
  await publish('101', 'other', { 101: 1 });
  expect(count.renders).toBe(0);
  expect(send.sent).toEqual([]);
  await publish('100', 'own', { 100: 1, 101: 1 });
  expect(screen.getByRole('listitem').dataset.streamerId).toBe('100');
  expect(count.renders).toBeGreaterThan(0);
});

it('shows the streamer of the page, and marks only the events of this one as seen', async () => {
  const { send, goTo } = await openPanel(aFeed());
  await act(() => feedIndexItem.setValue(TWO));
  await publish('101', 'other', { 101: 1 });
  await goTo('/other_streamer');
  expect(await screen.findByRole('heading', { name: 'Other_Streamer' })).toBeDefined();
  expect((await screen.findByRole('listitem')).dataset.eventId).toBe('other');
  await waitFor(() => expect(send.sent).toEqual([['feed/seen', { upTo: 7, streamerId: '101' }]]));
});
