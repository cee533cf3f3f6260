import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { anEvent } from '@/tests/support/builders/events';
import { START, settled } from '@/tests/support/fakes/fake-clock';
import { prepareLookUps, TITLE } from '@/tests/support/running/looked-up-channels';

const OLD = { streamId: 'a', startedAt: START - HOUR };

/** Prepares one channel and takes the first look at it. Later looks are a minute apart. */
async function prepareChannel(live: typeof OLD | null = null) {
  const running = prepareLookUps(1);
  const set = (stream: typeof OLD | null, title = 'Tea') =>
    void running.api.channels.set('1000', { live: stream, text: { ...TITLE, title } });
  set(live);
  running.lookUps.look();
  await running.clock.advance(2 * SECOND);
  /** Sets what Helix returns, and lets it be looked up once. */
  const nextLook = async (...answer: Parameters<typeof set>) => {
    set(...answer);
    await running.clock.advance(MINUTE);
  };
  return { ...running, set, nextLook };
}

describe('what looks find', () => {
  it('is only a state at first', async () => {
    const { results, channel } = await prepareChannel(OLD);
    expect(results).toEqual([['1000', { events: [], state: { live: OLD, text: TITLE } }]]);
    expect(channel('1000')?.state).toMatchObject({ live: OLD, text: TITLE });
  });

  it('is nothing as long as nothing changes, so that nothing is stored or looked up', async () => {
    const { clock, results, api } = await prepareChannel();
    let vodRequests = 0;
    api.vods = async () => {
      vodRequests += 1;
      return [];
    };
    await clock.advance(10 * MINUTE);
    expect([results.length, vodRequests]).toEqual([1, 0]);
  });

  it('is a start, a new title and an end', async () => {
    const { nextLook, told, events } = await prepareChannel();
    const live = { streamId: 'b', startedAt: START + 30 * SECOND };
    await nextLook(live);
    await nextLook(live, 'Coffee');
    for (let minute = 2; minute < 6; minute += 1) await nextLook(live, 'Coffee');
    await nextLook(null, 'Coffee');
    await nextLook(null, 'Coffee');
    expect(told()).toEqual([
      'stream_online 1000 0.5',
      'channel_update 1000 2',
      'stream_offline 1000 7',
    ]);
    expect(events.every(({ found_at }) => found_at !== undefined)).toBe(true);
  });

  it('is told for each streamer', async () => {
    const { api, lookUps, clock, told } = prepareLookUps(3);
    lookUps.look();
    await clock.advance(2 * SECOND);
    api.channels.set('1000', { live: OLD, text: TITLE });
    api.channels.set('1002', { live: null, text: { ...TITLE, title: 'Coffee' } });
    await clock.advance(MINUTE);
    expect(told()).toEqual(['stream_online 1000 -60', 'channel_update 1002 1']);
  });

  it('is a start during a pause with its own time, and an end', async () => {
    const { lookUps, clock, set, told } = await prepareChannel(OLD);
    await clock.advance(MINUTE);
    lookUps.stop();
    await clock.advance(2 * HOUR);
    set({ streamId: 'b', startedAt: START + 90 * MINUTE });
    lookUps.look();
    await clock.advance(2 * SECOND);
    expect(told()).toEqual(['stream_offline 1000 90', 'stream_online 1000 90']);
  });
});

describe('answers that flap', () => {
  it('report one start of a stream that is shown and hidden in turn', async () => {
    const { nextLook, told } = await prepareChannel();
    const live = { streamId: 'b', startedAt: START };
    for (let look = 0; look < 30; look += 1) await nextLook(look % 2 === 0 ? live : null);
    expect(told()).toEqual(['stream_online 1000 0']);
  });

  it('report one end of a stream that is shown again for some minutes', async () => {
    const { nextLook, told } = await prepareChannel(OLD);
    for (const isShown of [false, false, true, false, true, false, false, false]) {
      await nextLook(isShown ? OLD : null);
    }
    expect(told()).toEqual(['stream_offline 1000 1']);
  });

  it('report a stream once that is shown only some minutes after its start', async () => {
    const { nextLook, told } = await prepareChannel();
    const live = { streamId: 'b', startedAt: START + MINUTE };
    for (let look = 0; look < 4; look += 1) await nextLook(null);
    await nextLook(live);
    await nextLook(null);
    await nextLook(live);
    expect(told()).toEqual(['stream_online 1000 1']);
  });

  it('report at most one end and one return in five minutes, whatever they show', async () => {
    const { nextLook, events } = await prepareChannel(OLD);
    for (let look = 0; look < 60; look += 1) await nextLook(look % 3 === 0 ? OLD : null);
    const times = events.map(({ found_at = 0 }) => found_at);
    const returns = events.filter(({ event_type }) => event_type === 'stream_online');
    expect(returns.length).toBeLessThanOrEqual(60 / 5);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('say nothing about a streamer whose row cannot be read', async () => {
    const { api, nextLook, events, channel } = await prepareChannel(OLD);
    api.unreadable.add('1000');
    for (let look = 0; look < 5; look += 1) await nextLook(OLD);
    expect(events).toEqual([]);
    expect(channel('1000')?.state).toMatchObject({ live: OLD, text: TITLE });
  });
});

describe('an answer', () => {
  /** Holds the answer of the next look back until `happen` has run. */
  async function lookWhile(happen: (running: Awaited<ReturnType<typeof prepareChannel>>) => void) {
    const running = await prepareChannel(OLD);
    running.set({ streamId: 'b', startedAt: START + MINUTE }, 'Coffee');
    const { promise, resolve } = Promise.withResolvers<void>();
    running.api.holdChannels(promise);
    await running.clock.advance(MINUTE);
    happen(running);
    resolve();
    await settled();
    return running;
  }

  it('is not applied to a stream of which an event has arrived meanwhile', async () => {
    const { told, channel } = await lookWhile((running) => {
      const end = { streamId: 'a', startedAt: null };
      running.channel('1000')?.applyEvent(anEvent('stream_offline', end, { created_at: START }));
    });
    expect(told()).toEqual(['channel_update 1000 1']);
    expect(channel('1000')?.state.live).toBeNull();
  });

  it('is not applied to a title of which an event has arrived meanwhile', async () => {
    const after = { ...TITLE, title: 'Milk' };
    const { told, channel } = await lookWhile((running) => {
      const update = anEvent('channel_update', { before: TITLE, after });
      running.channel('1000')?.applyEvent(update);
    });
    expect(told()).toEqual(['stream_offline 1000 1', 'stream_online 1000 1']);
    expect(channel('1000')?.state.text).toEqual(after);
  });

  it('is compared again after an event that arrived before the look', async () => {
    const { channel, nextLook, told } = await prepareChannel();
    const after = { ...TITLE, title: 'Milk' };
    channel('1000')?.applyEvent(anEvent('channel_update', { before: TITLE, after }));
    await nextLook(null, 'Coffee');
    expect(told()).toEqual(['channel_update 1000 1']);
  });

  it('is not applied to a streamer who was removed meanwhile', async () => {
    const { results } = await lookWhile(({ remove }) => remove('1000'));
    expect(results).toHaveLength(1);
  });

  it('is not applied to a streamer who was removed and added again meanwhile', async () => {
    const { results } = await lookWhile(({ remove, add }) => {
      remove('1000');
      add('1000');
    });
    expect(results).toHaveLength(1);
  });
});
