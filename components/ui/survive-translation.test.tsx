import { screen, waitFor } from '@testing-library/preact';
import { options } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aSub } from '@/tests/support/builders/events';
import { aFeed, type FavoriteFeed, storeFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { openPanel } from '@/tests/support/screens/panel';
import { openPopup } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';
import { surviveTranslation } from './survive-translation';

setUpScreen();

const { debounceRendering } = options;
afterEach(() => {
  if (debounceRendering === undefined) delete options.debounceRendering;
  else options.debounceRendering = debounceRendering;
});

const listening = aFeed({ connection: { state: 'listening', problem: null }, unseen: 0 });
const offline: FavoriteFeed = {
  ...listening,
  connection: { state: 'reconnecting', problem: 'offline' },
};
const withRow: FavoriteFeed = { ...offline, rows: [aView(aSub())], newestSeq: 1 };

/** Puts every text of the page into two elements, as the translators of browsers do. */
function translate(isCopied: boolean): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement('font');
    const inner = document.createElement('font');
    text.parentNode?.replaceChild(font, text);
    font.append(inner);
    inner.append(isCopied ? `[${text.textContent}]` : text);
  }
}

describe.each([
  ['the panel', openPanel],
  ['the popup', openPopup],
] as const)('%s', (_name, open) => {
  it.each([
    ['moves its texts', false],
    ['replaces its texts', true],
  ])('shows changes while a translator %s', async (_way, isCopied) => {
    await open(listening);
    surviveTranslation(document.body);
    translate(isCopied);
    await storeFeed(offline);
    await screen.findByText('Connection lost, reconnecting…');
    expect(screen.getByText(/^Twitch can't be reached/)).toBeDefined();
    expect(document.body.textContent).not.toContain('Listening for events');
    translate(isCopied);
    await storeFeed({ ...withRow, connection: listening.connection });
    await screen.findByText('Listening for events');
    expect(document.body.textContent).not.toContain('Connection lost');
    expect(document.body.textContent).not.toContain("Twitch can't be reached");
  });
});

it('keeps the rows of the panel in order when one arrives', async () => {
  await openPanel(withRow);
  surviveTranslation(document.body);
  translate(true);
  const newer = aView(aSub());
  await storeFeed({
    ...withRow,
    rows: [{ ...newer, id: 'newer', lastSeq: 2 }, ...withRow.rows],
  });
  const ids = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('data-event-id'));
  await waitFor(() => expect(ids()).toEqual(['newer', withRow.rows[0]?.id]));
});
