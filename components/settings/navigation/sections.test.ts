import { describe, expect, it } from 'vitest';
import { isPart, SECTIONS, sectionOf } from './sections';

describe('the hash of a link', () => {
  it.each(SECTIONS)('leads to the section %s', (id) => {
    expect(sectionOf(`#${id}`)).toBe(id);
    expect(isPart(`#${id}`)).toBe(false);
  });

  it.each([
    ['#filters', 'lists'],
    ['#moments', 'lists'],
    ['#appearance', 'panel'],
    ['#reset', 'storage'],
  ])('%s leads to a part of the section %s', (hash, section) => {
    expect(sectionOf(hash)).toBe(section);
    expect(isPart(hash)).toBe(true);
  });

  it('may have an earlier name of a section', () => {
    expect(sectionOf('#history')).toBe('storage');
    expect(isPart('#history')).toBe(false);
  });

  it.each(['', '#', '#nowhere', '#constructor'])('%j leads nowhere', (hash) => {
    expect(sectionOf(hash)).toBeNull();
    expect(isPart(hash)).toBe(false);
  });
});
