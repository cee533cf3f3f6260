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

/** Types that are not asked for, and why. docs/adr/0008 tells more. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'automod.message.hold': 'wants a right to manage; words that nobody published',
  'automod.message.update': 'wants a right to manage; words that nobody published',
  'automod.terms.update': 'wants a right to manage; channel.moderate tells of terms',
  'automod.settings.update': 'how a machine is set up is no event on a channel',
  'channel.channel_points_custom_reward_redemption.update': 'the redemption was told when made',
  'channel.chat.user_message_hold': "the viewer's own messages",
  'channel.chat.user_message_update': "the viewer's own messages",
  'channel.guest_star_session.begin': 'a beta without documented fields',
  'channel.guest_star_session.end': 'a beta without documented fields',
  'channel.guest_star_guest.update': 'a beta without documented fields',
  'channel.guest_star_settings.update': 'a beta without documented fields',
  'user.update': 'about an account, not about a channel',
  'user.whisper.message': "the viewer's own letters",
  'user.authorization.grant': 'not on WebSockets',
  'user.authorization.revoke': 'not on WebSockets',
  'drop.entitlement.grant': 'not on WebSockets',
  'extension.bits_transaction.create': 'not on WebSockets',
  'conduit.shard.disabled': 'not on WebSockets',
};

const inCatalog = new Set(CATALOG.map(({ type }) => type));

/** All that a type tells, by all of its entries. */
function kindsOf(type: string): Set<EventKind> {
  return new Set(CATALOG.filter((entry) => entry.type === type).flatMap(({ kinds }) => kinds));
}

describe.each([...inCatalog])('%s', (type) => {
  it('is turned into an event', () => {
    expect(MAPPED_TYPES).toContain(type);
  });

  it('is sent by the simulator, in the version that is asked for', () => {
    expect(EVENT_TYPES).toContain(type);
    const { version } = CATALOG.find((entry) => entry.type === type) ?? {};
    expect(SUBSCRIPTION_TYPES.filter((known) => known.type === type)).toContainEqual(
      expect.objectContaining({ version }),
    );
  });

  it('is asked for with the rights that Twitch wants', () => {
    for (const { version, scopes } of CATALOG.filter((entry) => entry.type === type)) {
      const groups = SUBSCRIPTION_TYPES.find(
        (known) => known.type === type && known.version === version,
      )?.scopes;
      const unmet = groups?.filter((group) => !group.some((scope) => scopes.includes(scope)));
      expect(unmet).toEqual([]);
      expect(groups).toHaveLength(scopes.length);
    }
  });

  it('tells the kinds it is said to tell, each in a sentence of its own', () => {
    const told = variants(type)
      .map(({ event }) => event)
      .filter((event) => hear(type, event) !== null);
    const kinds = new Set(told.map((event) => hear(type, event)?.event_type));
    const expected = kindsOf(type);
    expect(EVENT_KINDS).toEqual(expect.arrayContaining([...expected]));
    expect([...expected].filter((kind) => !kinds.has(kind))).toEqual([]);
    const known = told.filter((event) => expected.has(hear(type, event)?.event_type ?? 'other'));
    const unnamed = known.map((event) => sentence(rowOf(type, event))).filter(isUnnamed);
    expect(unnamed).toEqual([]);
  });
});

function isUnnamed(words: string): boolean {
  return words === '' || words.startsWith('Something new from Twitch');
}

describe('the catalog', () => {
  it('has every type there is, or there is a reason why not', () => {
    const all = [...EVENT_TYPES, ...SUBSCRIPTION_TYPES.map(({ type }) => type)];
    const forgotten = all.filter((type) => !inCatalog.has(type) && !Object.hasOwn(LEFT_OUT, type));
    expect(forgotten).toEqual([]);
  });

  it('has nothing that is left out, and nothing is left out that there is not', () => {
    const known = new Set(SUBSCRIPTION_TYPES.map(({ type }) => type));
    const wrong = Object.keys(LEFT_OUT).filter((type) => inCatalog.has(type) || !known.has(type));
    expect(wrong).toEqual([]);
  });

  it('asks for every type once, and for raids in either direction', () => {
    const conditions = CATALOG.map(({ type, condition }) => `${type} ${condition}`);
    expect(new Set(conditions).size).toBe(CATALOG.length);
    expect(CATALOG.length - inCatalog.size).toBe(1);
  });
});
