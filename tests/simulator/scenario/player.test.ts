// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import type { EventShape } from '../shapes/event-shape.ts';
import { type Harness, startHarness } from '../testing/harness.ts';

const NOTICE = 'channel.chat.notification';

let twitch: Harness | undefined;

afterEach(async () => {
  await twitch?.close();
  twitch = undefined;
});

describe('the player', () => {
  it('sends the events, changes Helix, and can be replaced and stopped', async () => {
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

  it('plays an evening until its end', async () => {
    twitch = await startHarness();
    const api = await twitch.signIn();
    await twitch.admin.scenario({ name: 'evening', seed: 2, speed: 1_000_000 });
    const { admin } = twitch;
    await expect.poll(async () => (await admin.state()).scenario, { timeout: 8_000 }).toBeNull();
    expect((await api.get('/streams?user_id=100')).body.data).toEqual([]);
  });

  it('sends each role its events, and related events with different ids', async () => {
    twitch = await startHarness();
    const { admin } = twitch;
    const viewer = await twitch.signIn();
    const viewing = await twitch.listen(viewer);
    const moderator = await twitch.signIn({
      userId: '300',
      scopes: 'moderator:read:followers',
    });
    const moderating = twitch.connect();
    const condition = { broadcaster_user_id: '100', moderator_user_id: '300' };
    await moderator.subscribe(await moderating.sessionId(), 'channel.follow', condition, '2');
    const streamer = await twitch.signIn({
      userId: '100',
      scopes: 'user:read:chat channel:read:subscriptions channel:read:polls',
    });
    const streaming = twitch.connect();
    const session = await streaming.sessionId();
    const own = { broadcaster_user_id: '100' };
    await streamer.subscribe(session, 'channel.subscribe', own);
    await streamer.subscribe(session, NOTICE, { ...own, user_id: '100' });
    const startedAt = Date.now();
    await admin.scenario({ name: 'evening', seed: 2, speed: 1_000_000 });
    await expect.poll(async () => (await admin.state()).scenario, { timeout: 8_000 }).toBeNull();

    const typesOf = ({ frames }: typeof streaming) =>
      new Set(frames.flatMap(({ metadata }) => metadata.subscription_type ?? []));
    await expect.poll(() => typesOf(moderating)).toEqual(new Set(['channel.follow']));
    await expect.poll(() => typesOf(streaming)).toEqual(new Set([NOTICE, 'channel.subscribe']));
    expect(typesOf(viewing)).toEqual(new Set([NOTICE]));
    const messageIds = streaming.frames.map(({ metadata }) => metadata.message_id);
    expect(new Set(messageIds).size).toBe(messageIds.length);

    const polls = (await streamer.get('/polls?broadcaster_id=100')).body.data as EventShape[];
    expect(polls).toMatchObject([{ status: 'COMPLETED' }, { status: 'COMPLETED' }]);
    for (const { started_at } of polls) {
      expect(Date.parse(String(started_at))).toBeGreaterThanOrEqual(startedAt);
      expect(Date.parse(String(started_at))).toBeLessThanOrEqual(Date.now());
    }
    const followers = await moderator.get('/channels/followers?broadcaster_id=100');
    expect(followers.body.total).toBe(65);
  });
});
