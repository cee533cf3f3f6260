import { expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { MINUTE } from '@/lib/time';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { aFollow } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { runBackground } from '@/tests/support/running/running-background';

it('shows several updates of the channel as one row, with the latest title', async () => {
  const { listenTo, notify, waitForFeed } = await runBackground();
  await listenTo('demo_streamer');
  for (const title of ['Tea', 'Coffee', 'Milk']) {
    notify('channel.update', channelUpdate({ title }), title);
  }
  await waitForFeed(({ rows, unseen }) => {
    expect(rows).toMatchObject([{ id: 'Tea', message: { params: { title: 'Milk' } } }]);
    expect(unseen).toBe(1);
  });
});

it('groups follows that became due while no worker ran', async () => {
  const killed = await runBackground();
  await killed.listenTo('demo_streamer');
  await recordEvents(killed.db, [aFollow(0, { id: 'first' }), aFollow(1)]);
  killed.clock.sleep(2 * MINUTE);
  const { background, waitForFeed } = await killed.restart();
  await background.start();
  await waitForFeed(({ rows, unseen }) => {
    expect(rows).toMatchObject([{ id: 'first', kind: 'follow', people: { length: 2 } }]);
    expect(unseen).toBe(1);
  });
});

it('groups follows on the next tick when timers did not run', async () => {
  const { background, listenTo, waitForFeed, db, clock } = await runBackground();
  await listenTo('demo_streamer');
  await recordEvents(db, [aFollow(0), aFollow(1)]);
  await background.tick();
  await waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
  clock.sleep(2 * MINUTE);
  await background.tick();
  await waitForFeed(({ rows }) => {
    expect(rows).toHaveLength(1);
    expect(rows[0]?.createdAt).toBe(START);
  });
});
