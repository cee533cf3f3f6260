import { render } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { FeedRow } from '@/lib/domain/row/row';
import { sanitize } from '@/lib/domain/untrusted-text';
import { viewOf } from '@/lib/domain/view/row-view';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { everyRow } from '@/tests/support/builders/rows';
import {
  type Outline,
  outline,
  PLAIN_TEXT,
  withoutChannelLinks,
  withoutIsolates,
  withPlainTextAs,
  withTexts,
} from '@/tests/support/hostile-text';
import { setUpScreen, unfoldAll } from '@/tests/support/screens/screen';
import { EventRow } from './EventRow';

setUpScreen();

// Each test renders all kinds of rows, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** Keys of values that no user writes: ids and logins, and chat modes, which are a closed list. */
const NOT_USER_WRITTEN = /^(?:id|login|on|off)$|Id$/;

/** Keys of values that Twitch writes and may extend, such as the name of a tier. */
const TWITCH_WRITTEN =
  /^(?:tier|status|effect|rewardType|goalType|trainType|noticeType|color|currency)$/;

/** An author of hostile text. */
interface Writer {
  /** Keys of values that this writer cannot write. */
  unchangedKeys: RegExp;
}

const USERS: Writer = {
  unchangedKeys: new RegExp(`${NOT_USER_WRITTEN.source}|${TWITCH_WRITTEN.source}`),
};
const TWITCH: Writer = { unchangedKeys: NOT_USER_WRITTEN };

function rewrite(
  { event, bomb, ...row }: FeedRow,
  text: string,
  { unchangedKeys }: Writer,
): FeedRow {
  const change = (old: string, key: string) => (unchangedKeys.test(key) ? old : text);
  const names = { viewer_name: text, streamer_name: text };
  return {
    ...row,
    event: { ...event, ...names, detail: withTexts(event.detail, change) } as FeedRow['event'],
    bomb: withTexts(bomb, change),
  };
}

const ROWS = everyRow();

/** Renders every kind of row, with `text` wherever `writer` can write. */
async function outlinesWith(text: string, writer: Writer) {
  const views = ROWS.map((row) => viewOf(rewrite(row, text, writer)));
  const { container, unmount } = render(
    <ol>
      {views.map((row) => (
        <EventRow key={row.lastSeq} row={row} isNew={false} />
      ))}
    </ol>,
  );
  await unfoldAll(container);
  const items = [...container.querySelectorAll('li')];
  // In a tooltip, a text from right to left is isolated.
  const rows = withoutIsolates(items.map(outline).map(withoutChannelLinks));
  unmount();
  return rows;
}

/** The outlines with a harmless text, by writer. */
const plain = new Map<Writer, Outline[]>();

async function expected(text: string, writer: Writer): Promise<Outline[]> {
  const rows = plain.get(writer) ?? (await outlinesWith(PLAIN_TEXT, writer));
  plain.set(writer, rows);
  return withPlainTextAs(rows, sanitize(text));
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'shows hostile text of users as text in every row: %s',
  async (_name, text) => {
    expect(await outlinesWith(text, USERS)).toEqual(await expected(text, USERS));
  },
);

it.each([
  'an element',
  'a prototype',
  'a constructor',
  'our placeholders',
  'the end of an isolation',
])('shows an unknown name from Twitch as text in every row: %s', async (name) => {
  const text = HOSTILE_TEXTS[name] ?? '';
  expect(await outlinesWith(text, TWITCH)).toEqual(await expected(text, TWITCH));
});

it('shows the text of users in most rows', async () => {
  const rows = (await outlinesWith(PLAIN_TEXT, USERS)).map((row) => JSON.stringify(row));
  const rowsWithoutText = rows.filter((row) => !row.includes(PLAIN_TEXT));
  expect(rows).toHaveLength(ROWS.length);
  expect(rowsWithoutText.length).toBeLessThan(ROWS.length / 5);
});
