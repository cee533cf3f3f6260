import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { anAway } from '@/tests/support/builders/away';
import { aSub } from '@/tests/support/builders/events';
import { aFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const FEED = aFeed({ unseen: 12, rows: [aView(aSub())], newestSeq: 12 });

/** Opens the panel of a user who has missed something. */
async function openAway(isTrusted = true) {
  const send = fakeSend({ 'feed/away': { ok: true, value: anAway() as never } });
  const panel = await openPanel(FEED, { send, isTrusted });
  const card = await screen.findByRole('region', { name: 'While you were away' });
  return { ...panel, card };
}

const close = () => screen.getByRole('button', { name: 'Close, and mark all as seen' });
const marks = (sent: readonly [string, unknown][]) => sent.filter(([name]) => name === 'feed/seen');

it('sums up what was missed, and marks nothing as seen until that is dismissed', async () => {
  const { send, user, card } = await openAway();
  expect(send.sent).toEqual([['feed/away', { streamerId: '100' }]]);
  expect(card.textContent).toContain('12 new since');
  await user.click(close());
  await waitFor(() =>
    expect(marks(send.sent)[0]).toEqual(['feed/seen', { upTo: 12, streamerId: '100' }]),
  );
  expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull();
});

it('does nothing when a script of the page clicks', async () => {
  const { send, user, card } = await openAway(false);
  await user.click(close());
  expect(card.isConnected).toBe(true);
  expect(marks(send.sent)).toEqual([]);
});

it('asks for nothing while little is new', async () => {
  const { send } = await openPanel(aFeed({ unseen: 4, rows: [aView(aSub())], newestSeq: 4 }));
  await waitFor(() => expect(marks(send.sent)).toHaveLength(1));
  expect(send.sent).toHaveLength(1);
});
