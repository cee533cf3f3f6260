// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { SUBSCRIPTION_TYPES } from '../eventsub/catalog.ts';
import { KEYS_OF_TYPES } from '../testing/keys-of-types.ts';
import { chatNotification } from './chat/chat-notification.ts';
import { withNewKeys } from './event-shape.ts';
import { EVENT_TYPES, EVERY_TYPE, typeShape, variants } from './every-type.ts';

/** Types without a shape: they are about the signed-in user, or have no documentation. */
const LEFT_OUT = /^(user\.|channel\.chat\.user_message_|channel\.guest_star_)/;

const buildOf = (type: string, seed = 1) => typeShape(type).build(createRandom(seed));

describe('the table of every type', () => {
  it('contains each type of the catalog in its newest version', () => {
    const wanted = SUBSCRIPTION_TYPES.filter(
      ({ type, audience }) => audience !== 'app' && !LEFT_OUT.test(type),
    );
    const newest = new Map(wanted.map(({ type, version }) => [type, version]));
    expect(EVENT_TYPES.toSorted()).toEqual([...newest.keys()].toSorted());
    for (const [type, version] of newest)
      expect([type, EVERY_TYPE[type]?.version]).toEqual([type, version]);
  });

  it.each(EVENT_TYPES)('builds an event of %s for every seed', (type) => {
    const event = buildOf(type);
    expect(buildOf(type)).toEqual(event);
    // Twitch sends JSON, so an event must not contain values that JSON loses.
    for (let seed = 0; seed < 20; seed += 1) {
      expect(JSON.parse(JSON.stringify(buildOf(type, seed)))).toEqual(buildOf(type, seed));
    }
    const channels = [
      event.broadcaster_user_id,
      event.broadcaster_id,
      event.from_broadcaster_user_id,
    ];
    expect(channels).toContain('100');
  });

  it.each(Object.entries(KEYS_OF_TYPES))(
    'builds events of %s with the keys of Twitch',
    (type, keys) => {
      expect(Object.keys(buildOf(type)).toSorted()).toEqual(keys.toSorted());
    },
  );

  it('throws for an unknown type', () => {
    expect(() => typeShape('channel.tea')).toThrow('channel.tea');
  });
});

describe('variants', () => {
  it.each(EVENT_TYPES)(
    'of %s have unique names, and contain every loose key missing and null',
    (type) => {
      const all = variants(type);
      const names = all.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names[0]).toBe('plain');
      for (const path of typeShape(type).loose ?? []) {
        expect(names.filter((name) => name.endsWith(`without ${path}`))).toHaveLength(1);
        expect(names.filter((name) => name.endsWith(`with null ${path}`))).toHaveLength(1);
      }
      const distinct = new Set(all.map(({ event }) => JSON.stringify(event)));
      expect(distinct.size).toBeGreaterThanOrEqual(2);
      expect(all.at(-1)?.event).toHaveProperty('brand_new_key');
    },
  );

  it.each([
    'channel.chat.notification',
    'channel.subscription.gift',
    'channel.cheer',
    'channel.bits.use',
  ])('of %s contain an anonymous event', (type) => {
    const anonymous = variants(type).filter(({ name }) => name.startsWith('anonymous'));
    expect(anonymous).not.toEqual([]);
    for (const { event } of anonymous) {
      expect([event.user_id, event.chatter_user_id]).toContain(null);
    }
  });

  it('change keys inside lists, on an event that has a value there', () => {
    const without = variants('channel.poll.end').find(({ name }) =>
      name.endsWith('without choices.votes'),
    );
    const choices = without?.event.choices as object[];
    expect(choices).toHaveLength(3);
    for (const choice of choices) expect(choice).not.toHaveProperty('votes');
    const names = variants('channel.chat.message').map(({ name }) => name);
    expect(names).toContain('gif, without message.fragments.gif');
    expect(names).toContain('reply, with null reply');
  });

  it('contain an event with new keys in every object', () => {
    const brand_new_key = { value: 1 };
    expect(withNewKeys(chatNotification({ notice_type: 'sub', message: 'hi' }))).toMatchObject({
      brand_new_key,
      sub: { brand_new_key, sub_tier: '1000' },
      message: { brand_new_key, fragments: [{ brand_new_key, text: 'hi' }] },
    });
  });
});

describe('shapes with contradicting sources', () => {
  it('have a variant for each source', () => {
    const texts = variants('channel.ad_break.begin').find(
      ({ name }) => name === 'numbers as texts',
    );
    expect(texts?.event).toMatchObject({ duration_seconds: '90', is_automatic: 'false' });
    const canceled = variants('channel.prediction.end').filter(({ name }) =>
      name.startsWith('canceled'),
    );
    const winners = canceled.map(({ event }) => event.winning_outcome_id);
    expect(winners).toEqual([null, '']);
    const short = variants('channel.unban_request.resolve').find(
      ({ name }) => name === 'short moderator keys',
    );
    expect(short?.event).toHaveProperty('moderator_id', '300');
    expect(short?.event).not.toHaveProperty('moderator_user_id');
  });
});
