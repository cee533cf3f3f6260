import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { settled } from '@/tests/support/fakes/fake-clock';
import { prepareLookUps } from '@/tests/support/running/looked-up-channels';

type Prepared = ReturnType<typeof prepareLookUps>;

const countsOf = ({ calls }: Prepared) => [calls.streams.length, calls.channelInfos.length];

describe('requests', () => {
  it('are two a minute, however many streamers there are', async () => {
    const running = prepareLookUps(50);
    running.lookUps.look();
    await running.clock.advance(10 * MINUTE);
    expect(countsOf(running)).toEqual([10, 10]);
    const { streams, channelInfos } = running.calls;
    expect([...streams, ...channelInfos].every(({ length }) => length === 50)).toBe(true);
    expect(running.clock.pending).toBe(1);
  });

  it('are two a minute, however often the list changes and listening begins', async () => {
    const running = prepareLookUps(1);
    for (let index = 0; index < 49; index += 1) {
      running.add(`${2000 + index}`);
      running.lookUps.look();
      if (index % 5 === 0) running.lookUps.stop();
      running.lookUps.look();
      await running.clock.advance(12 * SECOND);
    }
    // 49 times 12 seconds are less than ten minutes.
    expect(countsOf(running)).toEqual([10, 10]);
    expect(running.calls.streams.at(-1)?.length).toBeGreaterThan(45);
  });

  it('are sent soon after a change by the user, but at most every five seconds', async () => {
    const running = prepareLookUps(1);
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    for (let second = 0; second < 10; second += 1) {
      running.lookUps.lookAtChange();
      await running.clock.advance(SECOND);
    }
    expect(countsOf(running)).toEqual([3, 3]);
  });

  it('are sent once for several changes in a row', async () => {
    const running = prepareLookUps(1);
    for (let index = 0; index < 5; index += 1) {
      running.add(`${2000 + index}`);
      running.lookUps.look();
    }
    await running.clock.advance(2 * SECOND);
    expect(countsOf(running)).toEqual([1, 1]);
    expect(running.calls.streams[0]).toHaveLength(6);
  });

  it('begin with the first call, and are not sent for nobody', async () => {
    const running = prepareLookUps(0);
    await running.clock.advance(HOUR);
    running.lookUps.look();
    await running.clock.advance(HOUR);
    expect([...countsOf(running), running.clock.pending]).toEqual([0, 0, 0]);
    running.add('2000');
    running.lookUps.look();
    await running.clock.advance(2 * MINUTE);
    expect(countsOf(running)).toEqual([2, 2]);
  });

  it('leave out the parts that subscriptions report', async () => {
    const running = prepareLookUps(1);
    running.add('2000', new Set(['text']));
    running.add('2001', new Set());
    running.lookUps.look();
    await running.clock.advance(MINUTE);
    expect(running.calls).toMatchObject({ streams: [['1000']], channelInfos: [['1000', '2000']] });
    running.remove('1000');
    running.remove('2000');
    await running.clock.advance(HOUR);
    expect([...countsOf(running), running.clock.pending]).toEqual([1, 1, 0]);
  });
});

describe('stop', () => {
  it('ends the requests until the next call', async () => {
    const running = prepareLookUps(3);
    running.lookUps.look();
    await running.clock.advance(2 * MINUTE);
    running.lookUps.stop();
    await running.clock.advance(HOUR);
    expect([...countsOf(running), running.clock.pending]).toEqual([2, 2, 0]);
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    expect(countsOf(running)).toEqual([3, 3]);
  });

  it.each([null, 401])('ignores an answer that arrives later (status: %s)', async (status) => {
    const running = prepareLookUps(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    running.api.holdChannels(promise.then(() => running.api.failWith(status)));
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    running.lookUps.stop();
    resolve();
    await settled();
    expect(running.results).toEqual([]);
    expect([running.calls.unauthorized, running.log.warnings]).toEqual([0, []]);
  });
});

describe('check', () => {
  it('looks if the timer did not run during sleep', async () => {
    const running = prepareLookUps(3);
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    running.lookUps.check();
    running.clock.sleep(HOUR);
    running.lookUps.check();
    running.lookUps.check();
    await settled();
    expect([...countsOf(running), running.clock.pending]).toEqual([2, 2, 1]);
  });

  it('does nothing while stopped', async () => {
    const running = prepareLookUps(3);
    running.lookUps.look();
    running.lookUps.stop();
    running.clock.sleep(HOUR);
    running.lookUps.check();
    await settled();
    expect(countsOf(running)).toEqual([0, 0]);
  });

  it('looks soon after the clock was set back', async () => {
    const running = prepareLookUps(3);
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    running.clock.set(-HOUR);
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    expect(countsOf(running)).toEqual([2, 2]);
  });
});

describe('a failed look', () => {
  it('is repeated a minute later, and the other request counts', async () => {
    const running = prepareLookUps(1);
    const { streams } = running.api;
    running.api.streams = () => Promise.reject(new Error('no answer'));
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    expect(running.channel('1000')?.state.text?.title).toBe('Tea');
    expect(running.log.warnings).toEqual([
      'the streams of the other streamers could not be looked up',
    ]);
    running.api.streams = streams;
    await running.clock.advance(MINUTE);
    expect(countsOf(running)).toEqual([2, 2]);
    expect(running.log.warnings).toHaveLength(1);
  });

  it('is no end of a stream', async () => {
    const running = prepareLookUps(2);
    const live = { streamId: 'a', startedAt: running.clock.now() - HOUR };
    running.api.channels.set('1000', { live, text: null });
    running.lookUps.look();
    await running.clock.advance(2 * SECOND);
    running.api.failWith(503);
    await running.clock.advance(10 * MINUTE);
    running.api.failWith(null);
    await running.clock.advance(10 * MINUTE);
    expect(running.events).toEqual([]);
    expect(running.channel('1000')?.state.live).toEqual(live);
  });

  it('reports an invalid token once a look', async () => {
    const running = prepareLookUps(2);
    running.api.failWith(401);
    running.lookUps.look();
    await running.clock.advance(2 * MINUTE);
    expect(running.calls.unauthorized).toBe(2);
    running.api.failWith(503);
    await running.clock.advance(2 * MINUTE);
    expect(running.calls.unauthorized).toBe(2);
  });
});
