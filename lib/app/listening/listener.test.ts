import { describe, expect, it, vi } from 'vitest';
import { channelOf } from '@/lib/db/channels';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatClear } from '@/tests/simulator/shapes/chat/chat-clearing';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { anAccount } from '@/tests/support/builders/accounts';
import { revocationFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { START, settled } from '@/tests/support/fakes/fake-clock';
import { prepareListener } from '@/tests/support/running/running-listener';
import { until } from '@/tests/support/until';

describe('startListener', () => {
  it('records events and ignores ordinary chat messages', async () => {
    const { start, welcome, notify, recorded } = prepareListener();
    await start();
    await welcome();
    notify('channel.chat.message', { broadcaster_user_id: '100', cheer: null });
    notify('stream.online', streamOnline());
    expect(recorded.map(({ event_type }) => event_type)).toEqual(['stream_online']);
  });

  it('needs five transactions before it connects', async () => {
    const { db, start, network } = prepareListener();
    // Dexie takes the method when it opens the database.
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await db.open();
    transactions.mockClear();
    await start();
    expect(network.sockets).toHaveLength(1);
    // The attendance, the streamer, the subscription report, and the latest begin and end of a broadcast.
    expect(transactions).toHaveBeenCalledTimes(5);
  });

  it('needs no transactions for ordinary chat messages', async () => {
    const { db, start, welcome, notify, recorded } = prepareListener();
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await start();
    await welcome();
    for (let number = 0; number < 1000; number += 1) notify('channel.chat.message', chatMessage());
    await db.events.count();
    expect(recorded).toEqual([]);
    // The start needs some.
    expect(transactions.mock.calls.length).toBeLessThan(50);
  });

  it('ignores events of other channels in a shared chat', async () => {
    const { start, welcome, notify, recorded } = prepareListener();
    await start();
    await welcome();
    notify('channel.chat.notification', chatNotification({ notice_type: 'shared_chat_sub' }));
    notify('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
    expect(recorded.map(({ event_type }) => event_type)).toEqual(['sub']);
  });

  it('asks for validation of the token after a revocation', async () => {
    const running = prepareListener();
    await running.start();
    await running.welcome();
    const revoked = revocationFrame('channel.raid', 'authorization_revoked');
    running.network.latest.deliver(revoked);
    expect(running.unauthorized).toBe(1);
  });

  it.each([
    ['moderator_removed', 1],
    ['user_removed', 0],
  ])('after %s reports an outdated plan %i times', async (status, planOutdated) => {
    const running = prepareListener();
    await running.start();
    await running.welcome();
    running.network.latest.deliver(revocationFrame('channel.raid', status));
    expect(running.planOutdated).toBe(planOutdated);
  });

  it('records what the user has chosen in addition', async () => {
    const { start, welcome, notify, recorded } = prepareListener();
    await start(
      {},
      { recordingOptions: { moderation: true, redemptions: false, shared_chat: true } },
    );
    await welcome();
    notify('channel.chat.clear', chatClear());
    notify('channel.chat.notification', chatNotification({ notice_type: 'shared_chat_sub' }));
    expect(recorded.map(({ event_type }) => event_type)).toEqual(['chat_clear', 'shared_chat']);
  });

  it('asks for validation of the token after a 401 of Helix', async () => {
    const running = prepareListener();
    await running.start();
    running.api.failWith(401);
    running.network.latest.deliver(welcomeFrame());
    await until(() => expect(running.unauthorized).toBe(1));
    expect(running.connections.at(-1)).toEqual({
      state: 'reconnecting',
      problem: 'not_signed_in',
    });
  });

  it('reports a problem if Twitch refuses the chat subscription', async () => {
    const { api, start, welcome, connections } = prepareListener();
    api.refused.add('channel.chat.notification');
    await start();
    await welcome();
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  });

  it('discards a frame that it cannot read', async () => {
    const { start, welcome, network, log, recorded } = prepareListener();
    await start();
    await welcome();
    network.latest.deliver('{"metadata":{}}');
    expect(log.warnings).toContain('discarded a frame: not_a_message');
    expect(recorded).toEqual([]);
  });
});

describe('the subscription report', () => {
  it('has the kinds that each type provides, and the reason of each refusal', async () => {
    const { db, api, start, welcome } = prepareListener();
    api.refused.add('channel.update');
    await start();
    await welcome();
    const typeOf = async (name: string) =>
      (await readSubscriptionReport(db, '100'))?.types.find(({ type }) => type === name);
    await until(async () =>
      expect(await typeOf('channel.update')).toMatchObject({
        state: 'refused',
        reason: 'missing proper authorization',
      }),
    );
    const notices = await typeOf('channel.chat.notification');
    expect(notices).toMatchObject({ state: 'listening', reason: null });
    expect(notices?.kinds).toContain('shared_chat');
    expect(notices?.taken).toContain('raid_in');
    expect(notices?.taken).not.toContain('shared_chat');
    expect(await typeOf('channel.follow')).toMatchObject({ taken: [] });
  });

  it.each([
    [['user:read:chat'], false],
    [['user:read:chat', 'user:read:moderated_channels'], true],
  ])('with the scopes %o knows the role of the viewer: %s', async (scopes, isRoleKnown) => {
    const { db, start } = prepareListener();
    await start({ account: anAccount({ scopes }) });
    expect(await readSubscriptionReport(db, '100')).toMatchObject({ role: 'viewer', isRoleKnown });
  });
});

describe('stop', () => {
  it('ends recording and every report', async () => {
    const { start, welcome, notify, network, clock, recorded, ...running } = prepareListener();
    const listener = await start();
    await welcome();
    await settled();
    await listener.stop('signed_out');
    const before = [running.connections.length, running.channels.length];
    notify('stream.online', streamOnline());
    await clock.advance(600_000);
    expect(recorded).toEqual([]);
    expect([running.connections.length, running.channels.length]).toEqual(before);
    expect(network.openNow).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('ignores an answer of Helix that arrives later', async () => {
    const { db, api, start, welcome, channels } = prepareListener();
    const { promise, resolve } = Promise.withResolvers<void>();
    api.channels.set('100', { live: { streamId: '77', startedAt: START }, text: null });
    api.holdChannels(promise);
    const listener = await start();
    await welcome();
    await listener.stop('signed_out');
    const before = channels.length;
    resolve();
    await settled();
    expect(channels).toHaveLength(before);
    expect((await channelOf(db, '100'))?.live).toBeNull();
  });
});
