// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { SUBSCRIPTION_TYPES } from '../eventsub/catalog.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { channelPoll } from '../shapes/polls-goals-trains/poll.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { evening } from './evening.ts';
import { moveTimes } from './move-times.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NOTICE = 'channel.chat.notification';
const MESSAGE = 'channel.chat.message';

let twitch: Harness | undefined;

afterEach(async () => {
  await twitch?.close();
  twitch = undefined;
});

const evenings = new Map(SEEDS.map((seed) => [seed, evening(seed)]));
const eveningOf = (seed: number) => evenings.get(seed) ?? [];

function eventsOf(seed: number, type: string): EventShape[] {
  return eveningOf(seed).flatMap(({ step }) =>
    step.kind === 'event' && step.publication.type === type ? [step.publication.event] : [],
  );
}

function noticesOf(seed: number, type: string): EventShape[] {
  return eventsOf(seed, NOTICE).filter(({ notice_type }) => notice_type === type);
}

const ids = (events: readonly EventShape[], key: string) =>
  events.map((event) => String(event[key])).toSorted((left, right) => left.localeCompare(right));

describe.each(SEEDS)('the evening with seed %i, as the streamer hears it,', (seed) => {
  it('tells every new subscription and every gift twice', () => {
    const subscribed = eventsOf(seed, 'channel.subscribe');
    const own = subscribed.filter(({ is_gift }) => is_gift === false);
    expect(ids(own, 'user_id')).toEqual(ids(noticesOf(seed, 'sub'), 'chatter_user_id'));
    const gifts = noticesOf(seed, 'sub_gift');
    expect(subscribed.length - own.length).toBe(gifts.length);
    const singles = gifts.filter(
      ({ sub_gift }) => (sub_gift as EventShape).community_gift_id === null,
    );
    const bombs = noticesOf(seed, 'community_sub_gift');
    const given = eventsOf(seed, 'channel.subscription.gift');
    expect(given).toHaveLength(singles.length + bombs.length);
    const total = given.reduce((sum, event) => sum + Number(event.total), 0);
    expect(total).toBe(gifts.length);
  });

  it('tells every resub and donation twice', () => {
    const resubs = eventsOf(seed, 'channel.subscription.message');
    expect(ids(resubs, 'user_id')).toEqual(ids(noticesOf(seed, 'resub'), 'chatter_user_id'));
    const donations = eventsOf(seed, 'channel.charity_campaign.donate');
    expect(donations).toHaveLength(noticesOf(seed, 'charity_donation').length);
    expect(new Set(ids(donations, 'id')).size).toBe(donations.length);
  });

  it('tells every cheer three times, and bits and points that chat shows twice', () => {
    const messages = eventsOf(seed, MESSAGE);
    const cheers = messages.filter(({ cheer }) => cheer !== null);
    expect(ids(eventsOf(seed, 'channel.cheer'), 'user_id')).toEqual(ids(cheers, 'chatter_user_id'));
    const bits = eventsOf(seed, 'channel.bits.use');
    const ofType = (type: string) => bits.filter((event) => event.type === type);
    expect(ofType('cheer')).toHaveLength(cheers.length);
    const shown = messages.filter(({ message_type }) =>
      String(message_type).startsWith('power_ups_'),
    );
    expect(ofType('power_up')).toHaveLength(shown.length);
    const highlights = messages.filter((one) => one.message_type === 'channel_points_highlighted');
    const automatic = 'channel.channel_points_automatic_reward_redemption.add';
    expect(eventsOf(seed, automatic)).toHaveLength(highlights.length);
    const words = eventsOf(seed, 'channel.channel_points_custom_reward_redemption.add')
      .map(({ user_input }) => user_input)
      .filter((input) => input !== '');
    const rewards = messages.filter((one) => one.channel_points_custom_reward_id !== null);
    expect(words).toEqual(rewards.map(({ message }) => (message as EventShape).text));
  });

  it.each([
    'channel.follow',
    'channel.shoutout.create',
    'channel.shoutout.receive',
    'channel.poll.end',
    'channel.prediction.end',
    'channel.hype_train.end',
    'channel.goal.end',
    'channel.charity_campaign.stop',
    'channel.ad_break.begin',
    'channel.custom_power_up_redemption.add',
    'channel.ban',
    'channel.moderate',
    'channel.subscription.end',
  ])('has %s', (type) => {
    expect(eventsOf(seed, type)).not.toEqual([]);
  });

  it('tells what moderators do to each in their own way', () => {
    const acts = eventsOf(seed, 'channel.moderate').map(({ action }) => action);
    const count = (wanted: string) => acts.filter((action) => action === wanted).length;
    const timedOut = ids(eventsOf(seed, 'channel.ban'), 'user_id');
    expect(timedOut).toHaveLength(count('timeout'));
    expect(ids(eventsOf(seed, 'channel.chat.clear_user_messages'), 'target_user_id')).toEqual(
      timedOut,
    );
    for (const [type, told] of [
      ['channel.chat.message_delete', count('delete')],
      ['channel.chat_settings.update', count('slow') + count('slowoff')],
      ['channel.warning.send', count('warn')],
      ['channel.vip.add', count('vip')],
    ] as const) {
      expect([type, told]).toEqual([type, eventsOf(seed, type).length]);
      expect(told).toBeGreaterThan(0);
    }
    const warned = ids(eventsOf(seed, 'channel.warning.send'), 'user_id');
    expect(ids(eventsOf(seed, 'channel.warning.acknowledge'), 'user_id')).toEqual(warned);
  });

  it('adds up: followers, donations and the train', () => {
    expect(eventsOf(seed, 'channel.goal.end')).toMatchObject([
      { current_amount: 15, target_amount: 15, is_achieved: true },
    ]);
    const donated = eventsOf(seed, 'channel.charity_campaign.donate').reduce(
      (sum, { amount }) => sum + (amount as { value: number }).value,
      0,
    );
    expect(eventsOf(seed, 'channel.charity_campaign.stop')).toMatchObject([
      { current_amount: { value: donated } },
    ]);
    const unfinished = eventsOf(seed, 'channel.hype_train.progress').filter(
      ({ level }) => Number(level) < 5,
    );
    for (const { progress, goal } of unfinished) {
      expect(Number(progress)).toBeLessThan(Number(goal));
    }
  });

  it('is sent by types that exist', () => {
    const known = new Set(SUBSCRIPTION_TYPES.map(({ type }) => type));
    const sent = eveningOf(seed).flatMap(({ step }) =>
      step.kind === 'event' ? step.publication.type : [],
    );
    expect([...new Set(sent)].filter((type) => !known.has(type))).toEqual([]);
  });
});

it('times are moved to when they are played, at the pace of the play', () => {
  const startedAt = Date.parse('2027-01-01T00:00:00Z');
  const event = moveTimes(channelPoll('end'), { startedAt, speed: 120 });
  expect(event).toMatchObject({
    title: 'Where to next?',
    started_at: '2027-01-01T00:00:00.000Z',
    ended_at: '2027-01-01T00:00:01.000Z',
    choices: [{ votes: 31 }, {}, {}],
  });
  expect(moveTimes({ ends_at: null, held_at: 'soon' }, { startedAt, speed: 1 })).toEqual({
    ends_at: null,
    held_at: 'soon',
  });
});

describe('the player', () => {
  it('gives each role its part, and the related under ids of their own', async () => {
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
    const begunAt = Date.now();
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
      expect(Date.parse(String(started_at))).toBeGreaterThanOrEqual(begunAt);
      expect(Date.parse(String(started_at))).toBeLessThanOrEqual(Date.now());
    }
    const followers = await moderator.get('/channels/followers?broadcaster_id=100');
    expect(followers.body.total).toBe(65);
  });
});
