import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { settled } from '@/tests/support/fakes/fake-clock';
import { runBackground } from '@/tests/support/running/running-background';

describe('a worker that is woken for several reasons at once', () => {
  it('opens one socket', async () => {
    const killed = await runBackground();
    await killed.listenTo('demo_streamer');
    const { background, network, clock, welcome, waitForFeed } = await killed.restart();
    clock.sleep(MINUTE);
    const { length } = network.sockets;
    await Promise.all([
      background.start(),
      background.tick(),
      background.reconcile(),
      background.settingsChanged(),
      background.chooseFavorite('demo_streamer'),
      background.markSeen({ upTo: 1 }),
    ]);
    await settled();
    expect(network.sockets).toHaveLength(length + 1);
    expect(network.openNow).toBe(1);
    await welcome();
    await waitForFeed(({ connection }) => expect(connection.state).toBe('listening'));
  });
});
