import { render } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { FeedRow } from '@/lib/domain/row/row';
import { sanitize } from '@/lib/domain/untrusted-text';
import { viewOf } from '@/lib/domain/view/row-view';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import {
  type Outline,
  outline,
  PLAIN_TEXT,
  withPlainTextAs,
  withTexts,
} from '@/tests/support/hostile';
import { everyRow } from '@/tests/support/rows';
import { setUpScreen } from '@/tests/support/screen';
import { EventRow } from './EventRow';

setUpScreen();

// Each test renders every row there is, and machines that do much else at once take their time.
vi.setConfig({ testTimeout: 30_000 });

/** What no person writes: ids and logins are Twitch's, and the modes of a chat are a closed list. */
const NOT_WRITTEN = /^(?:id|login|on|off)$|Id$/;

/** What Twitch writes and may add to, such as the name of a tier. */
const OPEN_NAMES =
  /^(?:tier|status|effect|rewardType|goalType|trainType|noticeType|color|currency)$/;

interface Writer {
  /** Keys that keep what they have. */
  leaves: RegExp;
}

const PEOPLE: Writer = { leaves: new RegExp(`${NOT_WRITTEN.source}|${OPEN_NAMES.source}`) };
const TWITCH: Writer = { leaves: NOT_WRITTEN };

function written({ event, bomb, ...row }: FeedRow, text: string, { leaves }: Writer): FeedRow {
  const change = (old: string, key: string) => (leaves.test(key) ? old : text);
  const names = { viewer_name: text, streamer_name: text };
  return {
    ...row,
    event: { ...event, ...names, detail: withTexts(event.detail, change) } as FeedRow['event'],
    bomb: withTexts(bomb, change),
  };
}

const ROWS = everyRow();

/** Every kind of row on screen, with `text` wherever `writer` writes. */
function shown(text: string, writer: Writer) {
  const views = ROWS.map((row) => viewOf(written(row, text, writer)));
  const { container, unmount } = render(
    <ol>
      {views.map((row) => (
        <EventRow key={row.lastSeq} row={row} isNew={false} />
      ))}
    </ol>,
  );
  const rows = [...container.querySelectorAll('li')].map(outline);
  unmount();
  return rows;
}

/** The same rows with nothing hostile in them, by who wrote it. */
const plain = new Map<Writer, Outline[]>();

function expected(text: string, writer: Writer): Outline[] {
  const rows = plain.get(writer) ?? shown(PLAIN_TEXT, writer);
  plain.set(writer, rows);
  return withPlainTextAs(rows, sanitize(text));
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'people’s words stay text in every row: %s',
  (_what, text) => {
    expect(shown(text, PEOPLE)).toEqual(expected(text, PEOPLE));
  },
);

it.each([
  'an element',
  'a prototype',
  'a constructor',
  'our placeholders',
  'the end of an isolation',
])('a name of Twitch’s own that is new stays text in every row: %s', (what) => {
  const text = HOSTILE_TEXTS[what] ?? '';
  expect(shown(text, TWITCH)).toEqual(expected(text, TWITCH));
});

it('is shown in most rows at all', () => {
  const rows = shown(PLAIN_TEXT, PEOPLE).map((row) => JSON.stringify(row));
  const silent = rows.filter((row) => !row.includes(PLAIN_TEXT));
  expect(rows).toHaveLength(ROWS.length);
  expect(silent.length).toBeLessThan(ROWS.length / 5);
});
