// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { SUBSCRIPTION_TYPES } from '../eventsub/catalog.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { evening } from './evening.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NOTICE = 'channel.chat.notification';
const MESSAGE = 'channel.chat.message';

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

describe.each(SEEDS)('the events of the evening with seed %i', (seed) => {
  it('contain two events for each new subscription and each gift', () => {
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

  it('contain two events for each resub and each donation', () => {
    const resubs = eventsOf(seed, 'channel.subscription.message');
    expect(ids(resubs, 'user_id')).toEqual(ids(noticesOf(seed, 'resub'), 'chatter_user_id'));
    const donations = eventsOf(seed, 'channel.charity_campaign.donate');
    expect(donations).toHaveLength(noticesOf(seed, 'charity_donation').length);
    expect(new Set(ids(donations, 'id')).size).toBe(donations.length);
  });

  it('contain three events for each cheer, and two for bits and points that chat shows', () => {
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
    const highlights = messages.filter(
      ({ message_type }) => message_type === 'channel_points_highlighted',
    );
    const automatic = 'channel.channel_points_automatic_reward_redemption.add';
    expect(eventsOf(seed, automatic)).toHaveLength(highlights.length);
    const texts = eventsOf(seed, 'channel.channel_points_custom_reward_redemption.add')
      .map(({ user_input }) => user_input)
      .filter((input) => input !== '');
    const rewards = messages.filter((message) => message.channel_points_custom_reward_id !== null);
    expect(texts).toEqual(rewards.map(({ message }) => (message as EventShape).text));
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
  ])('contain %s', (type) => {
    expect(eventsOf(seed, type)).not.toEqual([]);
  });

  it('report acts of moderators by all types that contain them', () => {
    const acts = eventsOf(seed, 'channel.moderate').map(({ action }) => action);
    const count = (wanted: string) => acts.filter((action) => action === wanted).length;
    const timedOut = ids(eventsOf(seed, 'channel.ban'), 'user_id');
    expect(timedOut).toHaveLength(count('timeout'));
    expect(ids(eventsOf(seed, 'channel.chat.clear_user_messages'), 'target_user_id')).toEqual(
      timedOut,
    );
    for (const [type, expected] of [
      ['channel.chat.message_delete', count('delete')],
      ['channel.chat_settings.update', count('slow') + count('slowoff')],
      ['channel.warning.send', count('warn')],
      ['channel.vip.add', count('vip')],
    ] as const) {
      expect([type, expected]).toEqual([type, eventsOf(seed, type).length]);
      expect(expected).toBeGreaterThan(0);
    }
    const warned = ids(eventsOf(seed, 'channel.warning.send'), 'user_id');
    expect(ids(eventsOf(seed, 'channel.warning.acknowledge'), 'user_id')).toEqual(warned);
  });

  it('have correct sums of followers, donations and hype train points', () => {
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

  it('have only types that exist', () => {
    const known = new Set(SUBSCRIPTION_TYPES.map(({ type }) => type));
    const sent = eveningOf(seed).flatMap(({ step }) =>
      step.kind === 'event' ? step.publication.type : [],
    );
    expect([...new Set(sent)].filter((type) => !known.has(type))).toEqual([]);
  });
});
