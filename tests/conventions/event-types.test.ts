import { beforeEach, describe, expect, it } from 'vitest';
import { EVENT_KINDS, type EventKind } from '@/lib/domain/event/event-kind';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { CATALOG } from '@/lib/twitch/eventsub/catalog/catalog';
import { SUBSCRIPTION_TYPES } from '../simulator/eventsub/catalog.ts';
import { EVENT_TYPES, variants } from '../simulator/shapes/every-type.ts';
import { useEnglish } from '../support/english.ts';
import { hear } from '../support/notification-event.ts';
import { rowOf, sentence } from '../support/notification-row.ts';

beforeEach(useEnglish);

/** Types that are never subscribed to, with the reason. See docs/adr/0008. */
const NOT_SUBSCRIBED: Readonly<Record<string, string>> = {
  'automod.message.hold': 'needs a scope to manage; the message was not published',
  'automod.message.update': 'needs a scope to manage; the message was not published',
  'automod.terms.update': 'needs a scope to manage; channel.moderate reports terms',
  'automod.settings.update': 'settings of AutoMod are not an event on a channel',
  'channel.channel_points_custom_reward_redemption.update': 'the redemption is recorded already',
  'channel.chat.user_message_hold': "the viewer's own messages",
  'channel.chat.user_message_update': "the viewer's own messages",
  'channel.guest_star_session.begin': 'a beta without documented fields',
  'channel.guest_star_session.end': 'a beta without documented fields',
  'channel.guest_star_guest.update': 'a beta without documented fields',
  'channel.guest_star_settings.update': 'a beta without documented fields',
  'user.update': 'about an account, not about a channel',
  'user.whisper.message': "the viewer's own whispers",
  'user.authorization.grant': 'not on WebSockets',
  'user.authorization.revoke': 'not on WebSockets',
  'drop.entitlement.grant': 'not on WebSockets',
  'extension.bits_transaction.create': 'not on WebSockets',
  'conduit.shard.disabled': 'not on WebSockets',
};

const inCatalog = new Set(CATALOG.map(({ type }) => type));

/** Returns the kinds of all catalog entries of a type. */
function kindsOf(type: string): Set<EventKind> {
  return new Set(CATALOG.filter((entry) => entry.type === type).flatMap(({ kinds }) => kinds));
}

describe.each([...inCatalog])('%s', (type) => {
  it('has a mapper', () => {
    expect(MAPPED_TYPES).toContain(type);
  });

  it('is sent by the simulator in the version of the catalog', () => {
    expect(EVENT_TYPES).toContain(type);
    const { version } = CATALOG.find((entry) => entry.type === type) ?? {};
    expect(SUBSCRIPTION_TYPES.filter((known) => known.type === type)).toContainEqual(
      expect.objectContaining({ version }),
    );
  });

  it('has the scopes that Twitch requires', () => {
    for (const { version, scopes } of CATALOG.filter((entry) => entry.type === type)) {
      const groups = SUBSCRIPTION_TYPES.find(
        (known) => known.type === type && known.version === version,
      )?.scopes;
      const unmet = groups?.filter((group) => !group.some((scope) => scopes.includes(scope)));
      expect(unmet).toEqual([]);
      expect(groups).toHaveLength(scopes.length);
    }
  });

  it('becomes every kind of the catalog, each with a message of its own', () => {
    const recorded = variants(type)
      .map(({ event }) => event)
      .filter((event) => hear(type, event) !== null);
    const kinds = new Set(recorded.map((event) => hear(type, event)?.event_type));
    const expected = kindsOf(type);
    expect(EVENT_KINDS).toEqual(expect.arrayContaining([...expected]));
    expect([...expected].filter((kind) => !kinds.has(kind))).toEqual([]);
    const known = recorded.filter((event) =>
      expected.has(hear(type, event)?.event_type ?? 'other'),
    );
    const texts = known.map((event) => sentence(rowOf(type, event)));
    expect(texts.filter(isPlaceholder)).toEqual([]);
  });
});

function isPlaceholder(text: string): boolean {
  return text === '' || text.startsWith('Something new from Twitch');
}

describe('the catalog', () => {
  it('has every type of Twitch, or the type has a reason to be left out', () => {
    const all = [...EVENT_TYPES, ...SUBSCRIPTION_TYPES.map(({ type }) => type)];
    const forgotten = all.filter(
      (type) => !inCatalog.has(type) && !Object.hasOwn(NOT_SUBSCRIBED, type),
    );
    expect(forgotten).toEqual([]);
  });

  it('has no type that is left out, and no unknown type is left out', () => {
    const known = new Set(SUBSCRIPTION_TYPES.map(({ type }) => type));
    const wrong = Object.keys(NOT_SUBSCRIBED).filter(
      (type) => inCatalog.has(type) || !known.has(type),
    );
    expect(wrong).toEqual([]);
  });

  it('has every type once, except for raids, which it has in both directions', () => {
    const conditions = CATALOG.map(({ type, condition }) => `${type} ${condition}`);
    expect(new Set(conditions).size).toBe(CATALOG.length);
    expect(CATALOG.length - inCatalog.size).toBe(1);
  });
});
