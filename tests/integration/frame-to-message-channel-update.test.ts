import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInfo } from '@/lib/domain/event/event';
import { channelUpdate } from '@/tests/simulator/shapes/stream';
import { useEnglish } from '@/tests/support/english';
import { rowOf, told } from '@/tests/support/notification-row';

beforeEach(useEnglish);

const TEA: ChannelInfo = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

/** What is read of an update from `before` to the same with `change`. */
function read(before: ChannelInfo | null, change: Partial<ChannelInfo>) {
  const { category, labels, ...text } = { ...(before ?? TEA), ...change };
  const payload = {
    ...channelUpdate(),
    ...text,
    category_name: category,
    content_classification_labels: labels,
  };
  return told(rowOf('channel.update', payload, { context: { channelText: before } }));
}

describe('a change of the channel as it is read', () => {
  it.each<[string, string | null, Partial<ChannelInfo>]>([
    ['New title: Coffee', 'Before: Tea', { title: 'Coffee' }],
    ['New title: no title', 'Before: Tea', { title: '' }],
    ['Now in Go', 'Before: Chess', { category: 'Go' }],
    ['Now in no category', 'Before: Chess', { category: '' }],
    ['New title: Coffee, in Go', 'Before: Tea, in Chess', { title: 'Coffee', category: 'Go' }],
    ['Stream language is now de', 'Before: en', { language: 'de' }],
    ['New title: Coffee', 'Before: Tea · Language: en → de', { title: 'Coffee', language: 'de' }],
    ['Channel settings changed', null, {}],
  ])('%s', (words, second, change) => {
    expect(read(TEA, change)).toEqual([words, second]);
  });

  it('is told whole where nothing is known of what was before', () => {
    const words = ['New title: Tea, in Chess', null];
    expect(read(null, {})).toEqual(words);
    expect(read(null, { labels: ['Gambling'] })).toEqual(words);
  });

  it('tells what had no title and no category', () => {
    const bare = { ...TEA, title: '', category: '' };
    const [, second] = read(bare, { title: 'Tea', category: 'Chess' });
    expect(second).toBe('Before: no title, in no category');
  });
});

describe('a change of content labels as it is read', () => {
  it.each<[string, string | null, string[], Partial<ChannelInfo>]>([
    [
      'Content labels: Gambling, Mature game',
      'Before: none',
      [],
      { labels: ['MatureGame', 'Gambling'] },
    ],
    ['No content labels any more', 'Before: Sexual themes', ['SexualThemes'], { labels: [] }],
    [
      'Content labels: Violence and graphic content',
      'Before: Drugs and intoxication, Profanity and vulgarity',
      ['ProfanityVulgarity', 'DrugsIntoxication'],
      { labels: ['ViolentGraphic'] },
    ],
    [
      'Content labels: Debated social issues and politics',
      'Before: none',
      [],
      { labels: ['DebatedSocialIssuesAndPolitics'] },
    ],
    [
      'Content labels: Gambling, Holograms',
      'Before: Gambling',
      ['Gambling'],
      { labels: ['Gambling', 'Holograms', 'Gambling'] },
    ],
    [
      'Now in Go',
      'Before: Chess · Content labels: none → Gambling',
      [],
      { category: 'Go', labels: ['Gambling'] },
    ],
    [
      'New title: Coffee, in Go',
      'Before: Tea, in Chess · Language: en → de · Content labels: Gambling → none',
      ['Gambling'],
      { title: 'Coffee', category: 'Go', language: 'de', labels: [] },
    ],
    [
      'Stream language is now de',
      'Before: en · Content labels: none → Gambling',
      [],
      { language: 'de', labels: ['Gambling'] },
    ],
  ])('%s', (words, second, labels, change) => {
    expect(read({ ...TEA, labels }, change)).toEqual([words, second]);
  });

  it('is none when the same labels come in another order', () => {
    const before = { ...TEA, labels: ['Gambling', 'MatureGame'] };
    const told = read(before, { labels: ['MatureGame', 'Gambling'] });
    expect(told).toEqual(['Channel settings changed', null]);
  });
});
