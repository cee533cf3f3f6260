import { beforeEach, describe, expect, it } from 'vitest';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import { useEnglish } from '@/tests/support/english';
import { hear } from '@/tests/support/notification-event';
import { rowOf, sentence } from '@/tests/support/notification-row';

beforeEach(useEnglish);

/** Types that are not in the catalog and need no mapper. */
const NOT_MAPPED = /^automod\./;

/** Types whose events have no kind of their own. */
const OTHER_TYPES = /^channel\.channel_points_custom_reward\./;

/** Names of payload variants that have no kind of their own, even if their type has. */
const OTHER_VARIANTS =
  /^(?:unknown|hologram|combo|shared_chat_|(?:add|remove)_(?:blocked|permitted)_term)|^unknown notice/;

describe('the mappers', () => {
  it('exist for every type that reports something about a channel', () => {
    const expected = EVENT_TYPES.filter((type) => !NOT_MAPPED.test(type));
    expect(MAPPED_TYPES.toSorted()).toEqual(expected.toSorted());
  });

  it.each(MAPPED_TYPES.filter((type) => !OTHER_TYPES.test(type)))(
    'understand every variant of %s',
    (type) => {
      const others = variants(type)
        .filter(({ event }) => hear(type, event)?.event_type === 'other')
        .map(({ name }) => name);
      expect(others.filter((name) => !OTHER_VARIANTS.test(name))).toEqual([]);
    },
  );

  it.each(MAPPED_TYPES)('give every variant of %s a message without empty placeholders', (type) => {
    const recorded = variants(type).filter(({ event }) => hear(type, event) !== null);
    for (const { name, event } of recorded) {
      expect([name, sentence(rowOf(type, event))]).toEqual([
        name,
        expect.stringMatching(/^[^{}]+$/),
      ]);
    }
  });
});
