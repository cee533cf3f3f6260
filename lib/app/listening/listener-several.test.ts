import { describe, expect, it } from 'vitest';
import { newestGaps } from '@/lib/db/history/newest-gaps';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import { MINUTE, SECOND } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { anAccount, DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { keepaliveFrame, notificationFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { START } from '@/tests/support/fakes/fake-clock';
import { aFavorite, anOther, prepareListener } from '@/tests/support/running/running-listener';
import { until } from '@/tests/support/until';

const THIRD: Streamer = { ...OTHER_STREAMER, id: '102', login: 'third', name: 'Third' };
const ALL = [aFavorite(), anOther(OTHER_STREAMER), anOther(THIRD)];

/** Listens to the favorite and some others, and waits until Twitch has answered for all of them. */
async function listenToSeveral(streamers = ALL) {
  const running = prepareListener();
  const listener = await running.start({ streamers });
  await running.welcome();
  await until(() => expect(channelsAsked(running)).toEqual(streamers.map((s) => s.streamer.id)));
  return { ...running, listener };
}

/** Returns the ids of the channels with a subscription, in the order of the requests. */
function channelsAsked({ api }: Pick<ReturnType<typeof prepareListener>, 'api'>): string[] {
  return [...new Set(api.subscriptions.flatMap(({ condition }) => channelIn(condition)))];
}

function channelIn({
  broadcaster_user_id: id,
  from_broadcaster_user_id: from,
}: Record<string, unknown>) {
  return String(id ?? from);
}

/** Sends a sub in the chat of a streamer. */
function subAt({ network }: Pick<ReturnType<typeof prepareListener>, 'network'>, id: string): void {
  const event = { ...chatNotification({ notice_type: 'sub' }), broadcaster_user_id: id };
  network.latest.deliver(notificationFrame('channel.chat.notification', event));
}

describe('listening to several streamers', () => {
  it('takes chat notices only of the others, over the same session', async () => {
    const { api, network } = await listenToSeveral();
    expect(network.sockets).toHaveLength(1);
    const ofOthers = api.subscriptions.filter(({ condition }) => channelIn(condition) !== '100');
    expect(ofOthers.map(({ type, cost }) => [type, cost])).toEqual([
      ['channel.chat.notification', 0],
      ['channel.chat.notification', 0],
    ]);
  });

  it('records each event for the streamer in whose chat it happened', async () => {
    const running = await listenToSeveral();
    for (const id of ['102', '100', '101']) subAt(running, id);
    expect(running.recorded.map(({ streamer_id }) => streamer_id)).toEqual(['102', '100', '101']);
  });

  it('takes every line of chat of one whose cheers are wanted', async () => {
    const { api } = await listenToSeveral([
      aFavorite(),
      anOther(OTHER_STREAMER, { recordsCheers: true }),
    ]);
    const ofOther = api.subscriptions.filter(({ condition }) => channelIn(condition) === '101');
    expect(ofOther.map(({ type }) => type)).toEqual([
      'channel.chat.notification',
      'channel.chat.message',
    ]);
  });

  it('stores a report for each of them', async () => {
    const { db } = await listenToSeveral();
    const other = await readSubscriptionReport(db, '101');
    expect(other).toMatchObject({ role: 'viewer', cost: 0 });
    const stateOf = (type: string) => other?.types.find((entry) => entry.type === type)?.state;
    expect(stateOf('stream.online')).toBe('looked_up');
    expect(stateOf('channel.chat.message')).toBe('switched_off');
    expect(stateOf('channel.raid')).toBe('favorite_only');
    expect((await readSubscriptionReport(db, '100'))?.cost).toBeGreaterThan(0);
  });
});

describe('a change of the streamers', () => {
  it('adds one to the running session: nothing of the others is requested again', async () => {
    const { api, network, listener } = await listenToSeveral(ALL.slice(0, 2));
    const before = api.subscriptions.map(({ id }) => id);
    await listener.change({ account: anAccount(), streamers: ALL });
    await until(() => expect(api.subscriptions).toHaveLength(before.length + 1));
    expect(api.subscriptions.slice(0, -1).map(({ id }) => id)).toEqual(before);
    expect(network.sockets).toHaveLength(1);
  });

  it('removes one, whose gap lasts until it is there again, and no other has a gap', async () => {
    const running = await listenToSeveral();
    const { db, api, clock, network, listener } = running;
    await listener.change({ account: anAccount(), streamers: ALL.slice(0, 2) });
    await until(() => expect(channelsAsked(running)).toEqual(['100', '101']));
    expect(await readSubscriptionReport(db, '102')).toBeNull();
    clock.sleep(MINUTE);
    network.latest.deliver(keepaliveFrame());
    await listener.change({ account: anAccount(), streamers: ALL });
    await until(() => expect(channelsAsked(running)).toEqual(['100', '101', '102']));
    const gapsOf = async (streamerId: string) =>
      await newestGaps(db, { streamerId, endedAfter: 0, limit: 9 });
    await until(async () => expect(await gapsOf('102')).toHaveLength(1));
    expect(await gapsOf('102')).toMatchObject([{ reason: 'not_listed', from: START }]);
    expect([await gapsOf('100'), await gapsOf('101')]).toEqual([[], []]);
    expect(api.subscriptions).toHaveLength(8);
  });

  it('makes one of the others the favorite: chat notices of both go on', async () => {
    const running = await listenToSeveral(ALL.slice(0, 2));
    const { api, listener, connections } = running;
    const noticesOf = () =>
      api.subscriptions.filter(({ type }) => type === 'channel.chat.notification');
    const before = noticesOf().map(({ id }) => id);
    const streamers = [aFavorite(OTHER_STREAMER), anOther(DEMO_STREAMER)];
    await listener.change({ account: anAccount(), streamers });
    await until(() => expect(api.subscriptions).toHaveLength(7));
    await until(() =>
      expect(
        api.subscriptions.filter(({ condition }) => channelIn(condition) === '101'),
      ).toHaveLength(6),
    );
    expect(noticesOf().map(({ id }) => id)).toEqual(before);
    expect(api.subscriptions.reduce((sum, { cost }) => sum + cost, 0)).toBe(4);
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: null });
  });
});

describe('a streamer who has banned the viewer', () => {
  it('leaves the others alone, and is told apart', async () => {
    const running = prepareListener();
    running.api.bannedIn.add('101');
    await running.start({ streamers: ALL });
    await running.welcome();
    await until(() => expect(channelsAsked(running)).toEqual(['100', '102']));
    expect(running.connections.at(-1)).toEqual({ state: 'listening', problem: null });
    await until(() => expect(running.problems).toEqual([['101', 'chat_refused']]));
    subAt(running, '102');
    expect(running.recorded).toHaveLength(1);
    await until(async () => {
      const attendance = await running.db.attendance.get('eventsub');
      const attended = attendance?.groups.flatMap((group) => group.streamer_ids) ?? [];
      expect(attended.toSorted()).toEqual(['100', '102']);
    });
  });
});

describe('a pause of the connection', () => {
  it('is one record of a gap for everybody', async () => {
    const running = await listenToSeveral();
    const { db, clock, network } = running;
    clock.sleep(30 * SECOND);
    network.latest.deliver(keepaliveFrame());
    network.latest.closeWith(1006);
    await clock.advance(5 * SECOND);
    network.latest.deliver(welcomeFrame('session-2'));
    await until(async () => {
      const [gap] = await db.gaps.toArray();
      expect(gap?.ends.map(([id]) => id).toSorted()).toEqual(['100', '101', '102']);
    });
    expect(await db.gaps.count()).toBe(1);
  });
});
