import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '@/components/home/App';
import type { PageActions } from '@/components/home/page-actions';
import type { Database } from '@/lib/db/database';
import type { StreamEvent } from '@/lib/domain/event/event';
import { type FavoriteFeed, storeFeed } from '../builders/feed';
import { freshDatabase } from '../database/fresh-database';
import { fakeSend } from '../fakes/fake-send';

/** Renders the popup with a stored feed. Resolves when the popup has read the feed. */
export async function openPopup(
  feed: FavoriteFeed,
  { db = freshDatabase(), send = fakeSend() } = {},
) {
  await storeFeed(feed);
  const page = {
    view: 'popup',
    reloadTab: vi.fn<() => void>(),
    popOut: vi.fn<() => void>(),
    openSidePanel: vi.fn<() => void>(),
    showHistory: vi.fn<(viewerId?: string) => void>(),
    watch: vi.fn<(url: string) => void>(),
  } as const satisfies PageActions;
  render(<App db={db} send={send} optionsUrl="ext:/options.html" page={page} />);
  await screen.findByRole('status');
  return { db, send, page, user: userEvent.setup() };
}

/** Stores events in the given order, each in a row of its own. */
export async function storeEvents(db: Database, events: readonly StreamEvent[]): Promise<void> {
  for (const event of events) await db.events.add({ ...event, row_at: event.created_at });
}
