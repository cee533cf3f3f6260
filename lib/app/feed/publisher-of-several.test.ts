import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { NOTHING_SEEN } from '@/lib/domain/history/seen';
import { aSub } from '@/tests/support/builders/events';
import { aStreamerFeed } from '@/tests/support/builders/feed';
import { settled } from '@/tests/support/fakes/fake-clock';
import {
  FAVORITE,
  type RunningPublisher,
  runPublisher,
  TWO,
} from '@/tests/support/running/running-publisher';
import type { ListedEntry } from './publication';

const LISTENING = { state: 'listening', problem: null } as const;
const of = (streamer_id: string) => aSub({ streamer_id });

/** Returns a list of a favorite and so many others. */
function listOf(others: number): ListedEntry[] {
  const added = Array.from({ length: others }, (_, index): ListedEntry => {
    const id = String(1001 + index);
    return {
      id,
      login: `s${id}`,
      name: `S${id}`,
      avatarUrl: '',
      isFavorite: false,
      isMuted: false,
    };
  });
  return [...FAVORITE, ...added];
}

/** Lets the publisher publish everything that is due. */
async function rest({ clock, db }: RunningPublisher): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await clock.advance(50);
    // The database does not use the clock.
    await db.events.count();
    await settled();
  }
}

/** Records events as the recorder does. */
async function record({ db, publisher }: RunningPublisher, events: readonly StreamEvent[]) {
  publisher.recorded(await recordEvents(db, events), events);
}

/** Returns the problem of the second streamer as the index has it. */
async function problemOfOther(running: RunningPublisher) {
  await rest(running);
  return running.screen.index.streamers[1]?.problem;
}

it('says that a streamer is gone, whatever a listener that is about to end reports', async () => {
  const running = await listening(TWO);
  const { publisher } = running;
  publisher.goneChanged('101', true);
  publisher.problemChanged('101', 'chat_refused');
  expect(await problemOfOther(running)).toBe('streamer_gone');
  // What the ended listener has reported does not concern the next one.
  publisher.goneChanged('101', false);
  expect(await problemOfOther(running)).toBeNull();
  publisher.problemChanged('101', 'chat_refused');
  expect(await problemOfOther(running)).toBe('chat_refused');
});

/** The publisher of a worker that listens to these streamers, with nothing left to publish. */
async function listening(streamers: readonly ListedEntry[]): Promise<RunningPublisher> {
  const running = runPublisher();
  running.publisher.update({ streamers, connection: LISTENING });
  await rest(running);
  running.publications.length = 0;
  return running;
}

describe('an event', () => {
  it('writes the feed of its streamer and what is unseen, and nothing else', async () => {
    const running = await listening(TWO);
    await record(running, [of('101')]);
    await rest(running);
    expect(running.writes).toEqual([['unseen', '101']]);
    expect(running.screen.unseen).toEqual({ 101: 1 });
    expect(running.screen.feeds.get('101')?.rows.map((row) => row.streamerId)).toEqual(['101']);
  });

  it('that was seen at once writes only the feed', async () => {
    const running = await listening(TWO);
    running.world.seen = { ...NOTHING_SEEN, of: { 101: 9 } };
    await record(running, [of('101')]);
    await rest(running);
    expect(running.writes).toEqual([['101']]);
  });

  it('of nobody in the list writes nothing', async () => {
    const running = await listening(TWO);
    await record(running, [of('999')]);
    await rest(running);
    expect(running.writes.flat()).toEqual([]);
  });

  it('does not wait for ever while there are always new events of others', async () => {
    const running = await listening(listOf(15));
    const { publisher, clock, db } = running;
    const others = listOf(15).map(({ id }) => id);
    await record(running, [of('1015')]);
    for (let turn = 0; turn < 4; turn += 1) {
      publisher.publish(others.filter((id) => id !== '1015'));
      await clock.advance(50);
      await db.events.count();
      await settled();
    }
    expect(running.screen.feeds.get('1015')?.rows).toHaveLength(1);
  });
});

describe('the index', () => {
  it('is written alone when somebody goes live, has a problem, or the list changes', async () => {
    const running = await listening(TWO);
    const { publisher, screen } = running;
    const live = { streamId: '1', startedAt: 7 };
    publisher.channelChanged('101', { ...NOTHING_KNOWN, live });
    publisher.problemChanged('101', 'chat_refused');
    await rest(running);
    expect(screen.index.streamers[1]).toMatchObject({ live, problem: 'chat_refused' });
    expect(screen.feeds.get('101')?.channel.live).toEqual(live);
    publisher.update({ streamers: FAVORITE });
    await rest(running);
    expect(running.writes.at(-1)).toEqual(['index', 'no 101']);
  });

  it('comes before the feeds of everybody when a worker starts', async () => {
    const running = runPublisher();
    running.publisher.update({ streamers: listOf(50), connection: LISTENING });
    const { index, feeds } = await running.shows(1);
    expect([index.streamers.length, feeds.size]).toEqual([51, 10]);
    expect(feeds.has('100')).toBe(true);
    await rest(running);
    expect(running.screen.feeds.size).toBe(51);
  });

  it('of a worker that finds everything as it was is written once, to confirm it', async () => {
    const first = await listening(TWO);
    const running = runPublisher({ ...first.screen, feeds: [...first.screen.feeds.values()] });
    running.publisher.update({ streamers: TWO, connection: LISTENING });
    await rest(running);
    expect(running.writes.flat()).toEqual(['index']);
  });
});

describe('streamers', () => {
  it('have filters of their own', async () => {
    const running = await listening(TWO);
    const hidden = { ...DEFAULT_FILTER, hidden: ['subs' as const] };
    running.world.filtersOf = { 101: { feed: hidden, badge: hidden } };
    running.publisher.filtersChanged();
    await record(running, [of('100'), of('101')]);
    await rest(running);
    const { feeds, unseen } = running.screen;
    expect([...feeds.values()].map(({ rows, filter }) => [rows.length, filter])).toEqual([
      [1, DEFAULT_FILTER],
      [0, hidden],
    ]);
    expect(unseen).toEqual({ 100: 1 });
  });

  it('who left and came back have what is in the log', async () => {
    const running = await listening(TWO);
    await record(running, [of('101')]);
    running.publisher.update({ streamers: FAVORITE });
    await rest(running);
    expect([running.screen.unseen, running.screen.feeds.has('101')]).toEqual([{}, false]);
    running.publisher.update({ streamers: TWO });
    await rest(running);
    expect(running.screen.unseen).toEqual({ 101: 1 });
    expect(running.screen.feeds.get('101')?.rows).toHaveLength(1);
  });

  it('keep the stored state of their channels until it is known', async () => {
    const stored = aStreamerFeed({ streamerId: '101' });
    const running = runPublisher({ streamers: TWO, feeds: [stored] });
    running.publisher.publish(['101']);
    await rest(running);
    expect(running.screen.feeds.get('101')?.channel).toEqual(stored.channel);
  });
});
