import { describe, expect, it } from 'vitest';
import type { ChannelState } from '@/lib/domain/channel';
import { MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fake-clock';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { readChannelState } from './read-channel-state';

type Known = Pick<ChannelState, 'live' | 'text'>;

const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
const live = (startedAt: number) => ({ streamId: '77', startedAt });

async function read(says: Known | null, known: Known) {
  const api = createFakeTwitchApi();
  if (says !== null) api.channels.set('100', says);
  return await readChannelState(api, '100', known, START);
}

describe('readChannelState', () => {
  it('is what Helix says', async () => {
    const says = { live: live(START - MINUTE), text: TEXT };
    expect(await read(says, { live: null, text: null })).toEqual(says);
  });

  it('keeps what was known of a channel that Helix does not name', async () => {
    expect(await read(null, { live: null, text: TEXT })).toEqual({ live: null });
  });

  it('is off the air where Helix shows no stream', async () => {
    const known = { live: live(START - 5 * MINUTE), text: null };
    expect(await read({ live: null, text: TEXT }, known)).toEqual({ live: null, text: TEXT });
  });

  it('believes a stream that began minutes ago though Helix does not show it yet', async () => {
    const known = { live: live(START - 5 * MINUTE + 1), text: null };
    expect(await read({ live: null, text: null }, known)).toEqual({ live: known.live });
  });

  it('takes the stream Helix shows over a fresh one that was known', async () => {
    const says = { live: { streamId: '78', startedAt: START }, text: null };
    expect(await read(says, { live: live(START), text: null })).toEqual({ live: says.live });
  });
});
