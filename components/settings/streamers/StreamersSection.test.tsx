import { act, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { feedIndexItem } from '@/lib/settings/feed-item';
import { aFeedIndex, anIndexedStreamer, anotherStreamer } from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { StreamersSection } from './StreamersSection';

setUpScreen();

const both = aFeedIndex({
  streamers: [anIndexedStreamer({ isMuted: true }), anotherStreamer({ problem: 'chat_refused' })],
});

async function open(index = both) {
  await feedIndexItem.setValue(index);
  const send = fakeSend();
  render(<StreamersSection send={send} />);
  const list = await screen.findByRole('list', { name: 'Streamers' });
  return { send, list, user: userEvent.setup() };
}

describe('the streamers', () => {
  it('are listed with what applies to them, the favorite first', async () => {
    const { list } = await open();
    const items = [...list.children].map((item) => item.textContent);
    expect(items[0]).toMatch(/Demo_Streamer.*Favorite.*Muted for the badge/);
    expect(items[1]).toMatch(/Other_Streamer.*chat/);
  });

  it('can be added', async () => {
    const { send, user } = await open();
    await user.type(screen.getByRole('combobox', { name: 'Streamer' }), 'third');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(send.sent).toContainEqual(['streamers/add', { userName: 'third' }]);
  });

  it('can be removed and brought back, and the focus is never lost', async () => {
    const { send, user, list } = await open();
    await user.click(within(list).getByRole('button', { name: 'More about Other_Streamer' }));
    await user.click(screen.getByRole('menuitem', { name: 'Stop following here' }));
    await act(() => feedIndexItem.setValue({ ...both, streamers: both.streamers.slice(0, 1) }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await until(() => expect(document.activeElement).toBe(undo));
    await user.click(undo);
    expect(send.sent).toContainEqual(['streamers/undoRemove', { streamerId: '101' }]);
    await act(() => feedIndexItem.setValue(both));
    await until(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('button', { name: 'More about Other_Streamer' }),
      ),
    );
  });

  it('of nobody cannot be changed', async () => {
    await open({ ...both, account: null });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Account' })).toBeDefined();
  });
});
