import { render, screen } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { sanitize } from '@/lib/domain/untrusted-text';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { aBomb, aCheer, aGift, anEvent } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import {
  outline,
  PLAIN_TEXT,
  withoutChannelLinks,
  withoutIsolates,
  withPlainTextAs,
} from '@/tests/support/hostile-text';
import { setUpScreen } from '@/tests/support/screens/screen';
import { EventDrawer } from './EventDrawer';

setUpScreen();

// Wide enough that the details are beside the list: there they are all of the element.
beforeEach(() => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    () => Object.assign(new EventTarget(), { matches: true }) as unknown as MediaQueryList,
  );
});

/** Returns events with a text wherever users and Twitch can write, also as the name of a field. */
function eventsWith(text: string) {
  const names = { viewer_name: text, streamer_name: text };
  const gift = aGift('b', 1, { id: 'gift', ...names });
  return [
    { ...aCheer({ id: 'cheer', ...names }), detail: { bits: 5, message: text } },
    aBomb('b', 1, { id: 'bomb', ...names }),
    { ...gift, detail: { ...gift.detail, recipient: { id: '7', login: 'known', name: text } } },
    anEvent(
      'other',
      { message: text, noticeType: text, systemMessage: text, raw: [{ deep: { deeper: text } }] },
      { id: 'other', ...names },
    ),
  ];
}

async function outlineOf(text: string, eventId: string) {
  const db = freshDatabase();
  await recordEvents(db, eventsWith(text));
  const { unmount } = render(
    <EventDrawer
      db={db}
      eventId={eventId}
      address={WHOLE_HISTORY}
      go={() => undefined}
      send={fakeSend()}
      onDeleted={() => undefined}
    />,
  );
  await screen.findByText('source_type');
  const drawn = outline(screen.getByRole('complementary'));
  unmount();
  return withoutIsolates(withoutChannelLinks(drawn));
}

/** Ids of elements count up. */
const withoutIds = (value: unknown) => JSON.stringify(value).replaceAll(/"P\d+-\d+/g, '"P');

it.each(['cheer', 'gift'])(
  'the details of a %s show hostile texts as text',
  async (id) => {
    const plain = await outlineOf(PLAIN_TEXT, id);
    for (const text of Object.values(HOSTILE_TEXTS)) {
      const expected = withoutIsolates(withPlainTextAs(plain, sanitize(text)));
      expect(withoutIds(await outlineOf(text, id))).toBe(withoutIds(expected));
    }
  },
  30_000,
);

it('what Twitch has sent of an unknown event is shown as text', async () => {
  const tagsOf = (drawn: unknown) => JSON.stringify(drawn).match(/"[A-Z]+\d?",\{/g);
  const plain = await outlineOf(PLAIN_TEXT, 'other');
  for (const text of Object.values(HOSTILE_TEXTS)) {
    const drawn = await outlineOf(text, 'other');
    expect(tagsOf(drawn)).toEqual(tagsOf(plain));
    expect(JSON.stringify(drawn)).toContain('deeper');
  }
}, 30_000);
