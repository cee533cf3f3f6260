import { describe, expect, it } from 'vitest';
import { reportOf } from '@/components/diagnostics/report';
import { readStorageStats } from '@/lib/db/storage-stats';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { journalItem } from '@/lib/settings/connection-journal';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { revocationFrame } from '@/tests/support/builders/frames';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

/** Returns the report as the options page shows it. */
async function createReport({ feed, db, clock }: RunningBackground): Promise<string> {
  return reportOf({
    version: '1.2.3',
    browser: 'Test/1',
    now: clock.now(),
    index: await feed(),
    journal: await journalItem.getValue(),
    stats: await readStorageStats(db),
    subscriptions: await readSubscriptionReport(db, '100'),
  });
}

describe('the diagnostics report', () => {
  it('has everything that happened, but no names and no texts of people', async () => {
    const running = await runBackground();
    const { network, clock, listenTo, welcome, notify, waitForFeed } = running;
    await listenTo('demo_streamer');
    notify('channel.update', channelUpdate({ title: 'A private title', category: 'A category' }));
    notify(
      'channel.chat.notification',
      chatNotification({
        notice_type: 'resub',
        chatter: { id: '7001', login: 'ann_login', name: 'Ann_Name' },
        message: 'A private message',
      }),
    );
    network.latest.deliver('{"secret":"A private frame');
    network.latest.deliver(revocationFrame('channel.raid', 'version_removed'));
    await waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
    network.latest.closeWith(4000);
    await clock.advance(1000);
    await welcome();
    await running.background.tick();
    await waitForFeed(({ connection }) => expect(connection.state).toBe('listening'));

    const report = async () => await createReport(running);
    await until(async () => expect(await report()).toContain('not_json: 1'));
    for (const line of [
      'state: listening',
      'signed in: yes',
      'favorite: chosen',
      'role: viewer',
      'events: 2',
      'twitch_down: 1, last 2026-',
      ' reconnecting (twitch_down)',
    ]) {
      expect(await report()).toContain(line);
    }
    expect(await report()).toMatch(/^channel\.chat\.notification: listening since /m);
    expect(await report()).toMatch(/ listening\n.* reconnecting \(twitch_down\)\n.* listening$/);
    const names = ['demo_streamer', 'Demo_Streamer', 'demo_viewer', 'Demo_Viewer', 'Ann_Name'];
    for (const text of [...names, 'ann_login', '7001', 'token', 'private', 'A category']) {
      expect(await report()).not.toContain(text);
    }
  });
});

const frameErrors = async () => (await journalItem.getValue()).faults;

describe('unreadable payloads', () => {
  it('are kept as other events and counted, once each', async () => {
    const running = await runBackground();
    await running.listenTo('demo_streamer');
    running.notify('channel.chat.message', { cheer: { bits: 'all' } });
    running.notify('channel.chat.notification', { notice_type: 'sub', system_message: 'Ann!' });
    // A type and a notice that nobody knows are new, not unreadable.
    running.notify('channel.brand_new', {});
    running.notify('channel.chat.notification', { notice_type: 'brand_new' });
    await running.background.tick();
    await until(async () => expect(await frameErrors()).toEqual({ unreadable_payload: 2 }));
    await running.waitForFeed(({ rows }) =>
      expect(rows.map(({ kind }) => kind)).toEqual(['other', 'other', 'other', 'other']),
    );
  });
});

describe('unreadable frames', () => {
  it('are counted by reason, also after another favorite and by another worker', async () => {
    const first = await runBackground();
    await first.listenTo('demo_streamer');
    first.network.latest.deliver('{');
    first.network.latest.deliver('{}');
    await first.background.tick();
    await until(async () => expect(await frameErrors()).toEqual({ not_json: 1, not_a_message: 1 }));

    first.network.latest.deliver('{');
    await first.background.chooseFavorite('other_streamer');
    await until(async () => expect(await frameErrors()).toEqual({ not_json: 2, not_a_message: 1 }));

    await first.waitForFeed(({ connection }) => expect(connection.state).toBe('listening'));
    const second = await first.restart();
    await second.background.start();
    await second.welcome();
    second.network.latest.deliver('{}');
    await second.background.tick();
    await until(async () => expect(await frameErrors()).toEqual({ not_json: 2, not_a_message: 2 }));
  });
});
