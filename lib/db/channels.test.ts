import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { channelOf, storeStreamer, updateChannel } from './channels';

const INFO = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

describe('the record of a channel', () => {
  it('keeps its state when the streamer is stored again', async () => {
    const db = freshDatabase();
    expect(await channelOf(db, '100')).toBeNull();
    await storeStreamer(db, DEMO_STREAMER);
    expect(await channelOf(db, '100')).toEqual({ ...DEMO_STREAMER, ...NOTHING_KNOWN });
    await updateChannel(db, '100', { text: INFO });
    await updateChannel(db, '100', { live: { streamId: '77', startedAt: 1 } });
    const stored = await storeStreamer(db, { ...DEMO_STREAMER, name: 'デモ' });
    expect(await channelOf(db, '100')).toEqual(stored);
    expect(stored).toEqual({
      ...DEMO_STREAMER,
      name: 'デモ',
      live: { streamId: '77', startedAt: 1 },
      text: INFO,
      recordingUrl: null,
    });
    await updateChannel(db, '100', { live: null });
    expect(await channelOf(db, '100')).toMatchObject({ live: null, text: INFO });
  });

  it('is not created by a change of the state', async () => {
    const db = freshDatabase();
    await updateChannel(db, '100', { text: INFO });
    expect(await channelOf(db, '100')).toBeNull();
  });
});
