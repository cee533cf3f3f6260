// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { SUBSCRIPTION_TYPES } from '../eventsub/catalog.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { evening } from './evening.ts';
import type { ScheduledStep } from './schedule.ts';

let twitch: Harness | undefined;

afterEach(async () => {
  await twitch?.close();
  twitch = undefined;
});

interface Told {
  atSeconds: number;
  type: string;
  event: EventShape;
}

const FOR_EVERYBODY: ReadonlySet<string> = new Set(
  SUBSCRIPTION_TYPES.filter(({ audience }) => audience === 'anyone' || audience === 'reader').map(
    ({ type }) => type,
  ),
);

/** Everything but ordinary chat that a plain viewer is told. */
function toldOf(schedule: readonly ScheduledStep[]): Told[] {
  return schedule.flatMap(({ atSeconds, step }) => {
    if (step.kind !== 'event') return [];
    const { type, event } = step.publication;
    if (!FOR_EVERYBODY.has(type)) return [];
    const isPlain = event.cheer === null && event.message_type === 'text';
    if (type === 'channel.chat.message' && isPlain) return [];
    return [{ atSeconds, type, event }];
  });
}

function eventsOf(schedule: readonly ScheduledStep[], type: string): EventShape[] {
  return schedule.flatMap(({ step }) =>
    step.kind === 'event' && step.publication.type === type ? [step.publication.event] : [],
  );
}

function giftsOf(told: readonly Told[], id: unknown): Told[] {
  return told.filter(({ event }) => {
    const gift = event.sub_gift as { community_gift_id?: unknown } | null | undefined;
    return gift?.community_gift_id === id;
  });
}

describe('an evening', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(evening(4)).toEqual(evening(4));
    expect(evening(4)).not.toEqual(evening(5));
  });

  it.each([1, 2, 3, 4, 5])('with seed %i has what an evening needs', (seed) => {
    const schedule = evening(seed);
    const told = toldOf(schedule);
    const notices = new Set(told.map(({ event }) => event.notice_type));
    for (const notice of ['sub', 'resub', 'sub_gift', 'community_sub_gift', 'raid']) {
      expect(notices).toContain(notice);
    }
    for (const notice of ['announcement', 'watch_streak', 'charity_donation', 'bits_badge_tier']) {
      expect(notices).toContain(notice);
    }
    const times = schedule.map(({ atSeconds }) => atSeconds);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(schedule[0]?.step.kind).toBe('online');
    expect(schedule.at(-1)?.step.kind).toBe('offline');
    expect(times.at(-1)).toBe(3 * 60 * 60);
    const chat = eventsOf(schedule, 'channel.chat.message');
    expect(chat.length).toBeGreaterThan(told.length);
  });

  it('has a bomb of twenty gifts to twenty others, some of them before its header', () => {
    const told = toldOf(evening(1));
    const header = told.find(({ event }) => {
      const bomb = event.community_sub_gift as { total: number } | null | undefined;
      return bomb?.total === 20;
    });
    const bomb = header?.event.community_sub_gift as { id: string } | undefined;
    const gifts = giftsOf(told, bomb?.id);
    const recipients = gifts.map(
      ({ event }) => (event.sub_gift as { recipient_user_id: string }).recipient_user_id,
    );
    expect(new Set(recipients).size).toBe(20);
    expect(recipients).not.toContain(header?.event.chatter_user_id);
    const earlier = gifts.filter(({ atSeconds }) => atSeconds < (header?.atSeconds ?? 0));
    expect(earlier.length).toBeGreaterThanOrEqual(2);
  });

  it('fills a panel soon: 14 rows with the bomb within 15 seconds at speed 120', () => {
    const soon = toldOf(evening(9)).filter(({ atSeconds }) => atSeconds <= 15 * 120);
    const ofBombs = soon.filter(({ event }) => {
      const gift = event.sub_gift as { community_gift_id: string | null } | null | undefined;
      return typeof gift?.community_gift_id === 'string';
    });
    const rows = soon.length - ofBombs.length;
    expect(ofBombs.length).toBeGreaterThanOrEqual(20);
    expect(rows).toBeGreaterThanOrEqual(14);
  });
});

describe('the player', () => {
  it('sends the evening, changes what Helix says, and can be replaced and stopped', async () => {
    twitch = await startHarness();
    const api = await twitch.signIn();
    const client = await twitch.listen(api);
    await api.subscribe(client.id, 'stream.online', { broadcaster_user_id: '100' });
    await twitch.admin.scenario({ name: 'evening', seed: 2, speed: 3_000 });
    const [online, second] = [await client.next('notification'), await client.next('notification')];
    expect(online.metadata.subscription_type).toBe('stream.online');
    const { body } = await api.get('/streams?user_id=100');
    expect(body.data).toMatchObject([{ id: online.payload.event?.id }]);
    expect(second.payload.event).toHaveProperty('notice_type');

    await twitch.admin.scenario({ name: 'evening', seed: 3, speed: 1 });
    expect((await twitch.admin.state()).scenario).toMatchObject({ seed: 3, played: 0 });
    await twitch.admin.scenario({ name: 'stop' });
    expect((await twitch.admin.state()).scenario).toBeNull();
  });

  it('plays an evening to its end', async () => {
    twitch = await startHarness();
    const api = await twitch.signIn();
    await twitch.admin.scenario({ name: 'evening', seed: 2, speed: 1_000_000 });
    const { admin } = twitch;
    await expect.poll(async () => (await admin.state()).scenario, { timeout: 8_000 }).toBeNull();
    expect((await api.get('/streams?user_id=100')).body.data).toEqual([]);
  });
});
