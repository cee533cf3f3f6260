import { describe, expect, it } from 'vitest';
import { channelOf } from '@/lib/db/channels';
import { addSubscription, openSession, staleSubscriptions } from '@/lib/db/session';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatClear } from '@/tests/simulator/shapes/chat/chat-clearing';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { anAccount } from '@/tests/support/accounts';
import { START, settled } from '@/tests/support/fake-clock';
import { revocationFrame, welcomeFrame } from '@/tests/support/frames';
import { prepareListener } from '@/tests/support/running-listener';
import { until } from '@/tests/support/until';

describe('listening', () => {
  it('records events, and nothing of ordinary chat', async () => {
    const { start, welcome, say, recorded } = prepareListener();
    await start();
    await welcome();
    say('channel.chat.message', { broadcaster_user_id: '100', cheer: null });
    say('stream.online', streamOnline());
    expect(recorded.map(({ event_type }) => event_type)).toEqual(['stream_online']);
  });

  it('records nothing that happened in another channel of a shared chat', async () => {
    const { start, welcome, say, recorded } = prepareListener();
    await start();
    await welcome();
    say('channel.chat.notification', chatNotification({ notice_type: 'shared_chat_sub' }));
    say('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
    expect(recorded.map(({ event_type }) => event_type)).toEqual(['sub']);
  });

  it('doubts its token where Twitch takes something back', async () => {
    const listening = prepareListener();
    await listening.start();
    await listening.welcome();
    const revoked = revocationFrame('channel.raid', 'authorization_revoked');
    listening.network.latest.deliver(revoked);
    expect(listening.unauthorized).toBe(1);
  });

  it.each([
    ['moderator_removed', 1],
    ['user_removed', 0],
  ])('wants planning anew after %s: %i', async (status, outdated) => {
    const listening = prepareListener();
    await listening.start();
    await listening.welcome();
    listening.network.latest.deliver(revocationFrame('channel.raid', status));
    expect(listening.outdated).toBe(outdated);
  });

  it('records what is switched on', async () => {
    const { start, welcome, say, recorded } = prepareListener();
    await start({ recording: { moderation: true, redemptions: false, shared_chat: true } });
    await welcome();
    say('channel.chat.clear', chatClear());
    say('channel.chat.notification', chatNotification({ notice_type: 'shared_chat_sub' }));
    expect(recorded.map(({ event_type }) => event_type)).toEqual(['chat_clear', 'shared_chat']);
  });

  it('doubts its token where Helix does', async () => {
    const listening = prepareListener();
    await listening.start();
    listening.api.failWith(401);
    listening.network.latest.deliver(welcomeFrame());
    await until(() => expect(listening.unauthorized).toBe(1));
    expect(listening.connections.at(-1)).toEqual({
      state: 'reconnecting',
      problem: 'not_signed_in',
    });
  });

  it('says where chat is refused', async () => {
    const { api, start, welcome, connections } = prepareListener();
    api.refused.add('channel.chat.notification');
    await start();
    await welcome();
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  });

  it('puts aside what it can not read', async () => {
    const { start, welcome, network, log, recorded } = prepareListener();
    await start();
    await welcome();
    network.latest.deliver('{"metadata":{}}');
    expect(log.warnings).toContain('a frame was put aside: not_a_message');
    expect(recorded).toEqual([]);
  });
});

describe('what is received', () => {
  it('is noted with what is taken from each type, and with the reason for what is not', async () => {
    const { db, api, start, welcome } = prepareListener();
    api.refused.add('channel.update');
    await start();
    await welcome();
    const typeOf = async (name: string) =>
      (await readSubscriptionReport(db))?.types.find(({ type }) => type === name);
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
  ])('with %o knows whether the viewer is a moderator: %s', async (scopes, isRoleKnown) => {
    const { db, start } = prepareListener();
    await start({ account: anAccount({ scopes }) });
    expect(await readSubscriptionReport(db)).toMatchObject({ role: 'viewer', isRoleKnown });
  });
});

describe('what a worker keeps for the next one', () => {
  it('is the session and its subscriptions', async () => {
    const { db, api, start, welcome } = prepareListener();
    await start();
    await welcome('AgoQ');
    await until(async () => {
      const session = await db.session.get('eventsub');
      expect(session?.sessionId).toBe('AgoQ');
      expect(session?.subscriptionIds).toEqual(api.subscriptions.map(({ id }) => id));
      expect(session?.subscriptionIds).toHaveLength(6);
    });
  });

  it('goes before anything that costs', async () => {
    const { db, api, start, welcome, connections } = prepareListener();
    await openSession(db, 'dead');
    for (const type of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await addSubscription(
        db,
        await api.createSubscription({ type, version: '1', condition: {} }, 'dead'),
      );
    }
    await addSubscription(db, 'gone already');
    await start();
    await welcome();
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(api.subscriptions.map(({ sessionId }) => sessionId)).not.toContain('dead');
    expect(await staleSubscriptions(db)).toEqual([]);
  });

  it('is deleted later where Twitch could not delete it now', async () => {
    const { db, api, network, clock, start, welcome } = prepareListener();
    await openSession(db, 'dead');
    await addSubscription(db, 'stubborn');
    const { deleteSubscription } = api;
    api.deleteSubscription = async () => {
      throw new HelixError(503, 'down', null);
    };
    await start();
    await welcome();
    expect(await staleSubscriptions(db)).toEqual(['stubborn']);
    api.deleteSubscription = deleteSubscription;
    network.latest.closeWith(1006);
    await clock.advance(1000);
    await welcome('session-2');
    expect(await staleSubscriptions(db)).toEqual([]);
    expect(new Set(api.subscriptions.map(({ sessionId }) => sessionId))).toEqual(
      new Set(['session-2']),
    );
  });

  it('keeps nobody from listening where it can not be read', async () => {
    const { db, api, log, start, welcome } = prepareListener();
    await openSession(db, 'dead');
    db.session.hook('reading', () => {
      throw new Error('the disk is broken');
    });
    await start();
    await welcome();
    expect(api.subscriptions).toHaveLength(6);
    expect(log.warnings).toContain('leftovers were not deleted');
  });

  it('keeps nobody from listening where it can not be written', async () => {
    const { db, log, start, welcome, say, recorded } = prepareListener();
    await start();
    db.session.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await welcome();
    say('stream.online', streamOnline());
    expect(recorded).toHaveLength(1);
    await until(() => expect(log.warnings).toContain('storing the session failed'));
  });
});

describe('after the stop', () => {
  it('nothing is recorded and nothing is told', async () => {
    const { start, welcome, say, network, clock, recorded, ...told } = prepareListener();
    const listener = await start();
    await welcome();
    await settled();
    await listener.stop('signed_out');
    const before = [told.connections.length, told.channels.length];
    say('stream.online', streamOnline());
    await clock.advance(600_000);
    expect(recorded).toEqual([]);
    expect([told.connections.length, told.channels.length]).toEqual(before);
    expect(network.openNow).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('a late answer of Helix changes nothing', async () => {
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
