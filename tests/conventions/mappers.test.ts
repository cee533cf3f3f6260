import { beforeEach, describe, expect, it } from 'vitest';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import { installEnglish } from '@/tests/support/english';
import { eventOf } from '@/tests/support/running/notification-event';
import { rowOf, textOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

/** Types that are not in the catalog and need no mapper. */
const NOT_MAPPED = /^automod\./;

/** Types whose events have no kind of their own. */
const OTHER_TYPES = /^channel\.channel_points_custom_reward\./;

/** Names of payload variants that have no kind of their own, even if their type has. */
const OTHER_VARIANTS =
  /^(?:unknown|hologram|sponsored_shopping_purchase|shared_chat_|(?:add|remove)_(?:blocked|permitted)_term)|^unknown notice/;

describe('the mappers', () => {
  it('exist for every type that reports something about a channel', () => {
    const expected = EVENT_TYPES.filter((type) => !NOT_MAPPED.test(type));
    expect(MAPPED_TYPES.toSorted()).toEqual(expected.toSorted());
  });

  it.each(MAPPED_TYPES.filter((type) => !OTHER_TYPES.test(type)))(
    'understand every variant of %s',
    (type) => {
      const others = variants(type)
        .filter(({ event }) => eventOf(type, event)?.event_type === 'other')
        .map(({ name }) => name);
      expect(others.filter((name) => !OTHER_VARIANTS.test(name))).toEqual([]);
    },
  );

  it.each(MAPPED_TYPES)('give every variant of %s a message without empty placeholders', (type) => {
    const recorded = variants(type).filter(({ event }) => eventOf(type, event) !== null);
    for (const { name, event } of recorded) {
      expect([name, textOf(rowOf(type, event))]).toEqual([name, expect.stringMatching(/^[^{}]+$/)]);
    }
  });
});
