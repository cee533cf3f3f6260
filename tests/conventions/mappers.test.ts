import { beforeEach, describe, expect, it } from 'vitest';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import { useEnglish } from '@/tests/support/english';
import { hear } from '@/tests/support/notification-event';
import { rowOf, sentence } from '@/tests/support/notification-row';

beforeEach(useEnglish);

/** Left out of the catalog, with nothing to read it by. */
const LEFT_OUT = /^automod\./;

/** Types that tell nothing but what has no kind. */
const OF_NO_KIND = /^channel\.channel_points_custom_reward\./;

/** What has no kind: it is told as it is named. */
const WITHOUT_KIND =
  /^(?:unknown|hologram|combo|shared_chat_|(?:add|remove)_(?:blocked|permitted)_term)|^unknown notice/;

describe('the mappers', () => {
  it('are there for every type that says something about a channel', () => {
    const wanted = EVENT_TYPES.filter((type) => !LEFT_OUT.test(type));
    expect(MAPPED_TYPES.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(MAPPED_TYPES.filter((type) => !OF_NO_KIND.test(type)))(
    'understand every form of %s',
    (type) => {
      const strange = variants(type)
        .filter(({ event }) => hear(type, event)?.event_type === 'other')
        .map(({ name }) => name);
      expect(strange.filter((name) => !WITHOUT_KIND.test(name))).toEqual([]);
    },
  );

  it.each(MAPPED_TYPES)('give every form of %s a sentence without holes', (type) => {
    const told = variants(type).filter(({ event }) => hear(type, event) !== null);
    for (const { name, event } of told) {
      expect([name, sentence(rowOf(type, event))]).toEqual([
        name,
        expect.stringMatching(/^[^{}]+$/),
      ]);
    }
  });
});
