import { describe, expect, it } from 'vitest';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { hear } from '@/tests/support/notification-event';

const UPDATE = 'channel.update';

describe('channel.update', () => {
  const update = channelUpdate({ title: 'Tea' });
  const after = { title: 'Tea', category: 'Stardew Valley', language: 'en', labels: [] };

  it('has the state before and the state after', () => {
    const before = { title: 'Coffee', category: 'Chess', language: 'de', labels: [] };
    expect(hear(UPDATE, update, { context: { channelText: before } })).toMatchObject({
      event_type: 'channel_update',
      viewer_name: null,
      detail: { before, after },
    });
    expect(hear(UPDATE, update)).toMatchObject({ detail: { before: null, after } });
  });

  it.each([
    ['title', 'title'],
    ['language', 'language'],
    ['category_name', 'category'],
  ])('has an empty text if %s is empty, null or missing', (key, field) => {
    const expected = { detail: { after: { ...after, [field]: '' } } };
    expect(hear(UPDATE, { ...update, [key]: '' })).toMatchObject(expected);
    expect(hear(UPDATE, withNull(update, key))).toMatchObject(expected);
    expect(hear(UPDATE, withoutKeys(update, key))).toMatchObject(expected);
  });

  it.each(['category_id', 'content_classification_labels', 'broadcaster_user_login'])(
    'does not need %s',
    (key) => {
      expect(hear(UPDATE, withNull(update, key))).toMatchObject({ detail: { after } });
      expect(hear(UPDATE, withoutKeys(update, key))).toMatchObject({ detail: { after } });
    },
  );
});
