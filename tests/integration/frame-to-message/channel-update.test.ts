import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInfo } from '@/lib/domain/event/event';
import { channelUpdate } from '@/tests/simulator/shapes/channel/stream';
import { installEnglish } from '@/tests/support/english';
import { rowOf, textsOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const TEA: ChannelInfo = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

/** Returns the texts of the row that a change to the state `before` becomes. */
function textsAfter(before: ChannelInfo | null, change: Partial<ChannelInfo>) {
  const { category, labels, ...text } = { ...(before ?? TEA), ...change };
  const payload = {
    ...channelUpdate(),
    ...text,
    category_name: category,
    content_classification_labels: labels,
  };
  return textsOf(rowOf('channel.update', payload, { context: { channelInfo: before } }));
}

describe('messages about channel.update', () => {
  it.each<[string, string | null, Partial<ChannelInfo>]>([
    ['New title: Coffee', 'Before: Tea', { title: 'Coffee' }],
    ['New title: no title', 'Before: Tea', { title: '' }],
    ['Now in Go', 'Before: Chess', { category: 'Go' }],
    ['Now in no category', 'Before: Chess', { category: '' }],
    ['New title: Coffee, in Go', 'Before: Tea, in Chess', { title: 'Coffee', category: 'Go' }],
    ['Stream language is now de', 'Before: en', { language: 'de' }],
    ['New title: Coffee', 'Before: Tea · Language: en → de', { title: 'Coffee', language: 'de' }],
    ['Channel settings changed', null, {}],
  ])('%s', (text, secondaryText, change) => {
    expect(textsAfter(TEA, change)).toEqual([text, secondaryText]);
  });

  it('have the whole state if the state before is unknown', () => {
    const texts = ['New title: Tea, in Chess', null];
    expect(textsAfter(null, {})).toEqual(texts);
    expect(textsAfter(null, { labels: ['Gambling'] })).toEqual(texts);
  });

  it('say that the title and the category were empty', () => {
    const bare = { ...TEA, title: '', category: '' };
    const [, secondaryText] = textsAfter(bare, { title: 'Tea', category: 'Chess' });
    expect(secondaryText).toBe('Before: no title, in no category');
  });
});

describe('messages about content labels', () => {
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
  ])('%s', (text, secondaryText, labels, change) => {
    expect(textsAfter({ ...TEA, labels }, change)).toEqual([text, secondaryText]);
  });

  it('do not report the same labels in another order', () => {
    const before = { ...TEA, labels: ['Gambling', 'MatureGame'] };
    const texts = textsAfter(before, { labels: ['MatureGame', 'Gambling'] });
    expect(texts).toEqual(['Channel settings changed', null]);
  });
});
