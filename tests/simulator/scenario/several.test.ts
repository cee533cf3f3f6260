// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { startHarness } from '../testing/harness.ts';
import { OTHER_STREAMER, STREAMER } from '../world/people/accounts.ts';
import { evening } from './evening.ts';
import type { ScheduledStep } from './schedule.ts';
import { SEVERAL, several } from './several.ts';

function broadcasterOf({ step }: ScheduledStep): unknown {
  if (step.kind !== 'event') return step.broadcasterId;
  const { event } = step.publication;
  return event.broadcaster_user_id ?? event.broadcaster_id ?? event.from_broadcaster_user_id;
}

describe('an evening with several streamers', () => {
  it('is equal for equal seeds, and begins with the evening of the first one', () => {
    expect(several(4, SEVERAL)).toEqual(several(4, SEVERAL));
    expect(several(4, [STREAMER])).toEqual(evening(4));
  });

  it('has a different evening of each, all at the same time', () => {
    const schedule = several(1, SEVERAL);
    const times = schedule.map(({ atSeconds }) => atSeconds);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    const byStreamer = Map.groupBy(schedule, broadcasterOf);
    for (const { id } of SEVERAL) {
      const own = byStreamer.get(id) ?? [];
      expect(own.length).toBeGreaterThan(1_000);
      expect(own[0]?.step).toMatchObject({ kind: 'online', broadcasterId: id });
      expect(own.at(-1)?.step).toMatchObject({ kind: 'offline', broadcasterId: id });
    }
    const lengths = SEVERAL.map(({ id }) => byStreamer.get(id)?.length);
    expect(new Set(lengths).size).toBeGreaterThan(1);
  });

  it('names nobody but the streamer as the channel', () => {
    const raids = several(1, [OTHER_STREAMER]).flatMap(({ step }) =>
      step.kind === 'event' && step.publication.type === 'channel.raid' ? [step.publication] : [],
    );
    const out = raids.filter(({ event }) => event.from_broadcaster_user_id === OTHER_STREAMER.id);
    expect(out).toMatchObject([
      { event: { from_broadcaster_user_login: 'other_streamer', to_broadcaster_user_id: '100' } },
    ]);
    const own = several(1, SEVERAL.slice(2, 3));
    const texts = own.map(({ step }) => JSON.stringify(step));
    expect(texts.filter((text) => text.includes('demo_streamer'))).toEqual([]);
  });
});

it('is played for the streamers that are named, and each event is listed with its streamer', async () => {
  const twitch = await startHarness();
  const { admin } = twitch;
  await admin.changeUser({ user: '2001', login: 'channel_new', name: 'Channel_New' });
  const streamers = ['demo_streamer', '2001'];
  await admin.scenario({ name: 'several', seed: 2, speed: 1_000_000, streamers });
  await expect.poll(async () => (await admin.state()).scenario, { timeout: 8_000 }).toBeNull();
  const sent = await admin.listSent(0);
  expect(new Set(sent.map(({ streamer_id }) => streamer_id))).toEqual(
    // Raids by neighbors happen on the channels of the neighbors.
    new Set(['100', '2001', '110', '111', '112']),
  );
  const first = sent.find(({ streamer_id }) => streamer_id === '2001');
  expect(first).toMatchObject({
    type: 'stream.online',
    event: { broadcaster_user_login: 'channel_new' },
  });
  await expect(admin.scenario({ name: 'several', streamers: ['nobody'] })).rejects.toThrow(
    'nobody',
  );
  await twitch.close();
});
