import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { HOUR, SECOND } from '@/lib/time';
import { anUpdate } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { storeStreamer, updateChannel } from '../channels';
import { recordEvents } from '../history/events';
import { readTitles } from './titles';

const BROADCAST = { from: START + HOUR, until: START + 3 * HOUR };
const hour = (hours: number) => (hours * HOUR) / SECOND;

async function titlesOf(updates: readonly StreamEvent[], channelTitle?: string) {
  const db = freshDatabase();
  await recordEvents(db, [...updates]);
  if (channelTitle !== undefined) {
    await storeStreamer(db, { id: '100', login: 'demo', name: 'Demo', avatarUrl: '' });
    const text = { title: channelTitle, category: '', language: '', labels: [] };
    await updateChannel(db, '100', { text });
  }
  return await readTitles(db, '100', BROADCAST);
}

it.each<[string, StreamEvent[], string | undefined, string[]]>([
  [
    'that was set before, and those that followed',
    [anUpdate(0, 'Tea', 'Old'), anUpdate(hour(2), 'Cake', 'Tea')],
    'Later',
    ['Tea', 'Cake'],
  ],
  [
    'that the first change replaced',
    [anUpdate(hour(2), 'Cake', 'Tea')],
    undefined,
    ['Tea', 'Cake'],
  ],
  [
    'that a change after the broadcast replaced',
    [anUpdate(hour(9), 'Cake', 'Tea')],
    'Cake',
    ['Tea'],
  ],
  ['of the channel, if nothing has changed since', [], 'Tea', ['Tea']],
  [
    'of a change that was undone once',
    [anUpdate(hour(2), 'Cake', 'Tea'), anUpdate(hour(2) + 30, 'Tea', 'Cake')],
    undefined,
    ['Tea'],
  ],
  ['of nothing that is known', [], undefined, []],
])('finds the title %s', async (_, updates, channelTitle, titles) => {
  expect(await titlesOf(updates, channelTitle)).toEqual(titles);
});
