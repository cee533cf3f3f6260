import { describe, expect, it } from 'vitest';
import { foldText, searchWordsOf, wordsOf } from './fold';

describe('folding', () => {
  it.each([
    ['Lantern', 'lantern'],
    ['Café', 'cafe'],
    ['CAFE\u0301', 'cafe'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['ﬁne', 'fine'],
    ['ＷＩＤＥ', 'wide'],
    ['𝓕𝓪𝓷𝓬𝔂', 'fancy'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['ภาษาไทย', 'ภาษาไทย'],
    ['हिन्दी', 'हिन्दी'],
    ['각', '각'],
    ['a\u200Db\u00ADc', 'abc'],
  ])('makes %s and %s equal', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });

  it('makes no difference between forms in which the same text can be stored', () => {
    for (const text of ['Ångström', 'ガ', '각', 'Ệ', 'がぎ']) {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
    }
  });
});

describe('words', () => {
  it.each([
    ['', []],
    ['Hello, hello WORLD!', ['hello', 'world']],
    ["don't don’t", ['dont']],
    ['demo_streamer 100 Bits', ['demo_streamer', '100', 'bits']],
    ['<b onclick=alert(1)>', ['b', 'onclick', 'alert', '1']],
    ['🎉 ❤️', []],
    ['東京タワー', ['東京', '京タ', 'タワ', 'ワー', 'ー']],
    ['塔', ['塔']],
    ['ver2東京', ['ver2', '東京', '京']],
    ['x'.repeat(100), ['x'.repeat(40)]],
  ])('of "%s"', (text, words) => {
    expect([...wordsOf(text)]).toEqual(words);
  });

  it.each([
    ['Hello wor', ['hello', 'wor']],
    ['東京タ', ['東京', '京タ']],
    ['京', ['京']],
    ['  ', []],
  ])('that the text must have for "%s"', (typed, words) => {
    expect(searchWordsOf(typed)).toEqual(words);
  });

  it('are found from any character on, in a script without spaces', () => {
    const text = '配信を見る東京タワー';
    for (let at = 0; at < text.length; at += 1) {
      for (const length of [1, 2, 3]) {
        const words = [...wordsOf(text)];
        const [typed, ...rest] = searchWordsOf(text.slice(at, at + length)).toReversed();
        expect(words.some((word) => word.startsWith(typed as string))).toBe(true);
        expect(rest.every((word) => words.includes(word))).toBe(true);
      }
    }
  });
});
