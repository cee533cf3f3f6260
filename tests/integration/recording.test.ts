import { describe, expect, it } from 'vitest';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { MODERATION_SCOPES } from '@/lib/domain/access/scopes';
import { changeRecording, storeSettings } from '@/lib/settings/settings';
import { chatClear } from '@/tests/simulator/shapes/chat/chat-clearing';
import { revocationFrame } from '@/tests/support/frames';
import { type RunningBackground, runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

const CLEAR = 'channel.chat.clear';

/** The scopes that a sign-in window was opened for. */
function scopesIn(url: string | undefined): string[] {
  return new URL(url ?? 'https://none.test/').searchParams.get('scope')?.split(' ') ?? [];
}

const typesOf = ({ api, network }: RunningBackground) => ({
  asked: api.subscriptions.map(({ type }) => type),
  open: network.openNow,
});

describe('what is recorded', () => {
  it('is heard in a new session once it is switched on, and no more once it is off', async () => {
    const running = await runBackground();
    const { background, listenTo, welcome, say, network, shows } = running;
    await listenTo('demo_streamer');
    say(CLEAR, chatClear(), 'unwanted');
    await changeRecording('moderation', true);
    await background.settingsChanged();
    await welcome();
    expect(network.sockets).toHaveLength(2);
    await until(() => expect(typesOf(running).asked).toContain(CLEAR));
    expect(typesOf(running).open).toBe(1);
    say(CLEAR, chatClear(), 'wanted');
    await shows(({ rows }) => expect(rows.map(({ id }) => id)).toEqual(['wanted']));
    await changeRecording('moderation', false);
    await background.settingsChanged();
    await welcome();
    say(CLEAR, chatClear(), 'unwanted again');
    await background.tick();
    await shows(({ rows }) => expect(rows.map(({ id }) => id)).toEqual(['wanted']));
  });

  it('starts nothing anew where something else was chosen', async () => {
    const { background, listenTo, network } = await runBackground();
    await listenTo('demo_streamer');
    await storeSettings({ retention: { days: null, events: null, makeRoom: true } });
    await background.settingsChanged();
    await changeRecording('moderation', false);
    await background.settingsChanged();
    expect(network.sockets).toHaveLength(1);
  });
});

describe('the rights of moderation', () => {
  it('are asked for only while moderation is recorded', async () => {
    const { background, idHost } = await runBackground();
    await background.signIn('moderation');
    await changeRecording('moderation', true);
    await background.signIn('viewer');
    await background.signIn('moderation');
    const asked = idHost.windows.map((url) =>
      scopesIn(url).filter((scope) => MODERATION_SCOPES.some((one) => one === scope)),
    );
    expect(asked).toEqual([[], [], [...MODERATION_SCOPES]]);
  });

  it('refused, leave everything as it was', async () => {
    const { background, listenTo, idHost, network, shows } = await runBackground();
    await listenTo('demo_streamer');
    await changeRecording('moderation', true);
    idHost.answerWith('denied');
    await expect(background.signIn('moderation')).rejects.toMatchObject({ problem: 'denied' });
    expect(idHost.revoked).toEqual([]);
    expect(network.openNow).toBe(1);
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'listening', problem: null }),
    );
  });
});

it('a moderator who is removed is a viewer at the next beat', async () => {
  const { background, listenTo, welcome, network, api, db, idHost } = await runBackground();
  idHost.grant(['user:read:chat', 'user:read:moderated_channels', 'moderator:read:followers']);
  api.moderated.add('100');
  await listenTo('demo_streamer');
  expect(await readSubscriptionReport(db)).toMatchObject({ role: 'moderator' });
  api.moderated.clear();
  network.latest.deliver(revocationFrame('channel.follow', 'moderator_removed'));
  await until(async () =>
    expect((await readSubscriptionReport(db))?.types).toContainEqual(
      expect.objectContaining({ type: 'channel.follow', state: 'revoked' }),
    ),
  );
  await background.tick();
  await welcome();
  const now = await readSubscriptionReport(db);
  expect(now).toMatchObject({ role: 'viewer', isRoleKnown: true });
  expect(now?.types).toContainEqual(
    expect.objectContaining({ type: 'channel.follow', state: 'needs_moderator' }),
  );
  expect(network.sockets).toHaveLength(2);
});
