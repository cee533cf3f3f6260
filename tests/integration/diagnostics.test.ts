import { describe, expect, it } from 'vitest';
import { reportOf } from '@/components/diagnostics/report';
import { readStorageStats } from '@/lib/db/storage-stats';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { journalItem } from '@/lib/settings/journal';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { revocationFrame } from '@/tests/support/frames';
import { type RunningBackground, runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

/** The report as the options page makes it. */
async function report({ feed, db, clock }: RunningBackground): Promise<string> {
  return reportOf({
    version: '1.2.3',
    browser: 'Test/1',
    now: clock.now(),
    feed: await feed(),
    journal: await journalItem.getValue(),
    figures: await readStorageStats(db),
    receiving: await readSubscriptionReport(db),
  });
}

describe('a report after a bad evening', () => {
  it('tells what happened, and nothing that anybody said or is called', async () => {
    const running = await runBackground();
    const { network, clock, listenTo, welcome, say, shows } = running;
    await listenTo('demo_streamer');
    say('channel.update', channelUpdate({ title: 'A private title', category: 'A category' }));
    say(
      'channel.chat.notification',
      chatNotification({
        notice_type: 'resub',
        chatter: { id: '7001', login: 'ann_login', name: 'Ann_Name' },
        message: 'A private message',
      }),
    );
    network.latest.deliver('{"secret":"A private frame');
    network.latest.deliver(revocationFrame('channel.raid', 'version_removed'));
    await shows(({ rows }) => expect(rows).toHaveLength(2));
    network.latest.closeWith(4000);
    await clock.advance(1000);
    await welcome();
    await running.background.tick();
    await shows(({ connection }) => expect(connection.state).toBe('listening'));

    const told = async () => await report(running);
    await until(async () => expect(await told()).toContain('not_json: 1'));
    for (const line of [
      'state: listening',
      'signed in: yes',
      'favorite: chosen',
      'role: viewer',
      'events: 2',
      'twitch_down: 1, last 2026-',
      ' reconnecting (twitch_down)',
    ]) {
      expect(await told()).toContain(line);
    }
    expect(await told()).toMatch(/^channel\.chat\.notification: listening since /m);
    expect(await told()).toMatch(/ listening\n.* reconnecting \(twitch_down\)\n.* listening$/);
    const names = ['demo_streamer', 'Demo_Streamer', 'demo_viewer', 'Demo_Viewer', 'Ann_Name'];
    for (const word of [...names, 'ann_login', '7001', 'token', 'private', 'A category']) {
      expect(await told()).not.toContain(word);
    }
  });
});

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
