import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { loadLateParts } from '@/components/history/late-parts';
import { App } from '@/entrypoints/history/App';
import type { Database } from '@/lib/db/database';
import type { send } from '@/lib/messaging/client';
import { type FeedIndex } from '@/lib/settings/feed';
import { feedIndexItem } from '@/lib/settings/feed-item';
import { aFeedIndex } from '../builders/feed';
import { freshDatabase } from '../database/fresh-database';
import { fakeSend } from '../fakes/fake-send';

interface Setup {
  db?: Database;
  /** The query of the address. */
  search?: string;
  index?: FeedIndex;
  send?: typeof send;
}

/** Renders the history page. Resolves when it shows what it is. */
export async function openHistory(setup: Setup = {}) {
  const {
    db = freshDatabase(),
    search = '',
    index = aFeedIndex(),
    send: sent = fakeSend(),
  } = setup;
  history.replaceState(null, '', `/history.html${search}`);
  await feedIndexItem.setValue(index);
  // As after a moment in which nothing happened. The test environment knows no such moments.
  await loadLateParts();
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  render(<App db={db} send={sent} optionsUrl="ext:/options.html" />);
  await screen.findByRole('heading', { level: 1, name: 'History' });
  return { db, user: userEvent.setup() };
}

/** The ids of the rows on the page, from the top. */
export const rowIds = () =>
  [...document.querySelectorAll<HTMLElement>('[data-event-id]')].map(
    ({ dataset }) => dataset['eventId'],
  );

/** Does what the browser does when the user goes back: the address changes first. */
export async function goBackTo(search: string): Promise<void> {
  await act(() => {
    history.replaceState(null, '', `/history.html${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
}
