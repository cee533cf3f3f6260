import { act, configure, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import { recordGaps } from '@/lib/db/history/gaps';
import { storeAttendance } from '@/lib/db/store-attendance';
import type { StreamEvent } from '@/lib/domain/event/event';
import { HOUR, MINUTE } from '@/lib/time';
import { aCheer, anEvent, anUpdate, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { openHistory } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();
// Each broadcast is read in several steps, which take their time beside other tests.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const at = (hour: number, minute = 0) => START + hour * HOUR + minute * MINUTE;

function broadcast(streamId: string, from: number, until: number | null): StreamEvent[] {
  const detail = { streamId, startedAt: from };
  return [
    anEvent('stream_online', detail, { id: `start-${streamId}`, created_at: from }),
    ...(until === null ? [] : [anEvent('stream_offline', detail, { created_at: until })]),
  ];
}

async function logOf(events: readonly StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, [...events]);
  await storeStreamer(db, { id: '100', login: 'demo', name: 'Demo_Streamer', avatarUrl: '' });
  const groups = [{ heard_at: Date.now(), streamer_ids: ['100'] }];
  await storeAttendance(db, { groups });
  return await indexed(db);
}

const view = (db: Database, search = '') =>
  openHistory({ db, search: `?view=broadcasts${search}` });

const items = async () =>
  within(await screen.findByRole('list', { name: 'Broadcasts' }))
    .getAllByRole('listitem')
    .filter((item) => item.querySelector('h3') !== null);

/** The first broadcast, when all of it is read. */
async function firstItem(): Promise<HTMLElement> {
  const [item] = await items();
  await waitFor(() => expect(item?.textContent).toMatch(/events?/));
  return item as HTMLElement;
}

describe('the list of broadcasts', () => {
  it('shows the newest first, with length, titles, totals, peak and what was missed', async () => {
    const db = await logOf([
      { ...anUpdate(0, 'Tea time'), created_at: at(-30) },
      ...broadcast('1', at(-24), at(-20)),
      ...broadcast('2', at(0), at(3, 7)),
      { ...anUpdate(1, 'Cake time', 'Tea time'), created_at: at(1) },
      aCheer({ created_at: at(1, 2) }, 300),
      aSub({ created_at: at(1, 3) }),
      aSub({ created_at: at(3, 6) }),
      aSub({ created_at: at(4) }),
    ]);
    const gap = { streamer_id: '100', from: at(-1), until: at(1), reason: 'not_running' } as const;
    await recordGaps(db, [gap]);
    await view(db);
    const item = await firstItem();
    expect((await items()).length).toBe(2);
    await waitFor(() => expect(item.textContent).toContain('Tea time'));
    const text = item.textContent;
    expect(text).toContain('3h 7m long');
    expect(text).toContain('and 1 other title');
    expect(text).toContain('Listened to 68% · Joined 1 hour late');
    expect(text).toContain('300 bits');
    const links = within(item).getAllByRole('link');
    expect(links.slice(1).map(({ textContent }) => textContent)).toEqual([
      '5 events',
      '2 subs',
      '1 cheer',
      '2 other events',
      expect.stringMatching(/^Busiest five minutes: .+, 3 events$/),
    ]);
    const subs = new URL((links[2] as HTMLAnchorElement).href).searchParams;
    expect(Object.fromEntries(subs)).toEqual({
      streamer: '100',
      kinds: 'subs',
      from: new Date(at(0)).toISOString(),
      until: new Date(at(3, 7)).toISOString(),
    });
  });

  it('says what is live, what is not known, and where the recording is', async () => {
    const now = Date.now();
    const db = await logOf(broadcast('1', now - 90 * MINUTE, null));
    const live = { streamId: '1', startedAt: now - 90 * MINUTE };
    const recordings = [{ id: '77', startedAt: live.startedAt + MINUTE, endsAt: null }];
    await updateChannel(db, '100', { live, recordings });
    await view(db, '&streamer=100');
    const item = await firstItem();
    expect(item.textContent).toContain('Live');
    expect(item.textContent).toContain('for 1h 30m');
    const watch = within(item).getByRole<HTMLAnchorElement>('link', { name: /recording/ });
    expect(watch.href).toBe('https://www.twitch.tv/videos/77?t=0h0m0s');
    await act(async () => await updateChannel(db, '100', { live: null, recordings: [] }));
    await waitFor(() => expect(item.textContent).toContain('End not known'));
  });

  it('shows older ones on request, and the focus goes with them', async () => {
    const days = Array.from({ length: 22 }, (_, day) =>
      broadcast(String(day), at(day * 24), at(day * 24 + 2)),
    );
    const { user } = await view(await logOf(days.flat()));
    const shown = () => document.querySelectorAll('h3').length;
    await waitFor(() => expect(shown()).toBe(20));
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    await waitFor(() => expect(shown()).toBe(22));
    const twentyFirst = (await items())[20];
    await waitFor(() => expect(twentyFirst?.contains(document.activeElement)).toBe(true));
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it.each([
    ['', 'No broadcast is recorded yet.'],
    ['&streamer=100', 'No broadcast of Demo_Streamer is recorded.'],
    ['&from=2026-01-01', 'No broadcast began in these days.'],
  ])('says why the list of the address "%s" is empty', async (search, text) => {
    await view(freshDatabase(), search);
    await waitFor(() =>
      expect(document.body.textContent?.replaceAll(/[\u2066-\u2069]/g, '')).toContain(text),
    );
  });

  it('lists those that began in the days of the address', async () => {
    const days = [0, 1, 2].flatMap((day) => broadcast(String(day), at(day * 24), at(day * 24 + 2)));
    const day = (time: number) => new Date(time).toISOString();
    await view(await logOf(days), `&from=${day(at(24))}&until=${day(at(48))}`);
    const links = await screen.findAllByRole<HTMLAnchorElement>('link', { name: /2026/ });
    expect(links.map(({ href }) => new URL(href).searchParams.get('broadcast'))).toEqual([
      'start-1',
    ]);
  });
});
