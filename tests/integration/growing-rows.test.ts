import { expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { MINUTE } from '@/lib/time';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { aFollow } from '@/tests/support/events';
import { START } from '@/tests/support/fake-clock';
import { runBackground } from '@/tests/support/running-background';

it('two changes of the channel are shown as one, from the first to the last', async () => {
  const { listenTo, say, shows } = await runBackground();
  await listenTo('demo_streamer');
  for (const title of ['Tea', 'Coffee', 'Milk']) {
    say('channel.update', channelUpdate({ title }), title);
  }
  await shows(({ rows, unseen }) => {
    expect(rows).toMatchObject([{ id: 'Tea', told: { params: { title: 'Milk' } } }]);
    expect(unseen).toBe(1);
  });
});

it('follows that grew old while no worker ran are folded by the next', async () => {
  const killed = await runBackground();
  await killed.listenTo('demo_streamer');
  await recordEvents(killed.db, [aFollow(0, { id: 'first' }), aFollow(1)]);
  killed.clock.sleep(2 * MINUTE);
  const { background, shows } = await killed.restart();
  await background.start();
  await shows(({ rows, unseen }) => {
    expect(rows).toMatchObject([{ id: 'first', kind: 'follow', people: [{}, {}] }]);
    expect(unseen).toBe(1);
  });
});

it('follows that grew old while timers stood still are folded at the next look', async () => {
  const { background, listenTo, shows, db, clock } = await runBackground();
  await listenTo('demo_streamer');
  await recordEvents(db, [aFollow(0), aFollow(1)]);
  await background.tick();
  await shows(({ rows }) => expect(rows).toHaveLength(2));
  clock.sleep(2 * MINUTE);
  await background.tick();
  await shows(({ rows }) => {
    expect(rows).toHaveLength(1);
    expect(rows[0]?.createdAt).toBe(START);
  });
});
