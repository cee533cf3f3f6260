import { describe, expect, it } from 'vitest';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { MODERATION_SCOPES } from '@/lib/domain/access/scopes';
import { changeRecording, storeSettings } from '@/lib/settings/settings';
import { chatClear } from '@/tests/simulator/shapes/chat/chat-clearing';
import { revocationFrame } from '@/tests/support/builders/frames';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const CLEAR = 'channel.chat.clear';

/** Returns the scopes in the URL of a sign-in window. */
function scopesIn(url: string | undefined): string[] {
  return new URL(url ?? 'https://none.test/').searchParams.get('scope')?.split(' ') ?? [];
}

const subscribedTypes = ({ api }: RunningBackground) => api.subscriptions.map(({ type }) => type);

describe('the recording options', () => {
  it('take effect in the running session, both on and off, without a gap', async () => {
    const running = await runBackground();
    const { background, listenTo, notify, network, waitForFeed, db } = running;
    await listenTo('demo_streamer');
    notify(CLEAR, chatClear(), 'unwanted');
    await changeRecording('moderation', true);
    await background.settingsChanged();
    await until(() => expect(subscribedTypes(running)).toContain(CLEAR));
    notify(CLEAR, chatClear(), 'wanted');
    await waitForFeed(({ rows }) => expect(rows.map(({ id }) => id)).toEqual(['wanted']));
    await changeRecording('moderation', false);
    await background.settingsChanged();
    await until(() => expect(subscribedTypes(running)).not.toContain(CLEAR));
    notify(CLEAR, chatClear(), 'unwanted again');
    await background.tick();
    await waitForFeed(({ rows }) => expect(rows.map(({ id }) => id)).toEqual(['wanted']));
    expect(network.sockets).toHaveLength(1);
    expect(await db.gaps.count()).toBe(0);
  });

  it('start no new session when other settings change', async () => {
    const { background, listenTo, network } = await runBackground();
    await listenTo('demo_streamer');
    await storeSettings({ retention: { days: null, events: null, makeRoom: true } });
    await background.settingsChanged();
    await changeRecording('moderation', false);
    await background.settingsChanged();
    expect(network.sockets).toHaveLength(1);
  });
});

describe('the scopes of moderation', () => {
  it('are requested only while moderation is recorded', async () => {
    const { background, idHost } = await runBackground();
    await background.signIn('moderation');
    await changeRecording('moderation', true);
    await background.signIn('viewer');
    await background.signIn('moderation');
    const moderationScopes = new Set<string>(MODERATION_SCOPES);
    const requested = idHost.windows.map((url) =>
      scopesIn(url).filter((scope) => moderationScopes.has(scope)),
    );
    expect(requested).toEqual([[], [], [...MODERATION_SCOPES]]);
  });

  it('change nothing when the user refuses them', async () => {
    const { background, listenTo, idHost, network, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    await changeRecording('moderation', true);
    idHost.answerWith('denied');
    await expect(background.signIn('moderation')).rejects.toMatchObject({ problem: 'denied' });
    expect(idHost.revoked).toEqual([]);
    expect(network.openNow).toBe(1);
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: null }),
    );
  });
});

it('treats a removed moderator as a viewer from the next tick on', async () => {
  const { background, listenTo, network, api, db, idHost } = await runBackground();
  idHost.grant(['user:read:chat', 'user:read:moderated_channels', 'moderator:read:followers']);
  api.moderated.add('100');
  await listenTo('demo_streamer');
  expect(await readSubscriptionReport(db, '100')).toMatchObject({ role: 'moderator' });
  api.moderated.clear();
  network.latest.deliver(revocationFrame('channel.follow', 'moderator_removed'));
  await until(async () =>
    expect((await readSubscriptionReport(db, '100'))?.types).toContainEqual(
      expect.objectContaining({ type: 'channel.follow', state: 'revoked' }),
    ),
  );
  await background.tick();
  const report = await readSubscriptionReport(db, '100');
  expect(report).toMatchObject({ role: 'viewer', isRoleKnown: true });
  expect(report?.types).toContainEqual(
    expect.objectContaining({ type: 'channel.follow', state: 'needs_moderator' }),
  );
  expect(network.sockets).toHaveLength(1);
});
