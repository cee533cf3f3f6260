import { describe, expect, it } from 'vitest';
import { journalItem } from '@/lib/settings/journal';
import { runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

const faults = async () => (await journalItem.getValue()).faults;

describe('frames that were put aside', () => {
  it('are in the diagnostics by reason, counted on over a change of favorite and a new worker', async () => {
    const first = await runBackground();
    await first.listenTo('demo_streamer');
    first.network.latest.deliver('{');
    first.network.latest.deliver('{}');
    await first.background.tick();
    await until(async () => expect(await faults()).toEqual({ not_json: 1, not_a_message: 1 }));

    first.network.latest.deliver('{');
    await first.background.chooseFavorite('other_streamer');
    await until(async () => expect(await faults()).toEqual({ not_json: 2, not_a_message: 1 }));

    const second = await first.restart();
    await second.background.start();
    await second.welcome();
    second.network.latest.deliver('{}');
    await second.background.tick();
    await until(async () => expect(await faults()).toEqual({ not_json: 2, not_a_message: 2 }));
  });
});
