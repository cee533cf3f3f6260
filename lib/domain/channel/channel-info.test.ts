import { expect, it } from 'vitest';
import { changedParts } from './channel-info';

const INFO = {
  title: 'Tea',
  category: 'Chess',
  language: 'en',
  labels: ['Gambling', 'DebatedIssues'],
};

it.each([
  ['a copy', {}, []],
  ['labels in another order', { labels: ['DebatedIssues', 'Gambling'] }, []],
  ['another title', { title: 'Coffee' }, ['title']],
  ['another category', { category: 'Go' }, ['category']],
  ['another language', { language: 'de' }, ['language']],
  ['one label less', { labels: ['Gambling'] }, ['labels']],
])('returns the changed parts for %s', (_change, change, parts) => {
  expect([...changedParts(INFO, { ...INFO, ...change })]).toEqual(parts);
});
