import { describe, expect, it } from 'vitest';
import { aSuggestion } from '@/tests/support/builders/suggestions';
import { rankSuggestions, searchTextOf } from './suggestion';

const channels = (...logins: string[]) => logins.map((login) => aSuggestion(login));
const loginsOf = (ranked: { login: string }[]) => ranked.map(({ login }) => login);

describe('searchTextOf', () => {
  it.each([
    ['Demo', 'demo'],
    [' @Demo_Streamer ', 'demo_streamer'],
    ['https://www.twitch.tv/demo_streamer/videos', 'demo_streamer'],
    ['Θάλασσα', 'θάλασσα'],
    ['two words', 'two words'],
    ['https://www.twitch.tv/subs/demo_streamer', 'demo_streamer'],
    ['https://player.twitch.tv/?channel=demo_streamer', 'demo_streamer'],
    ['Θάλασσα\u200B', 'θάλασσα'],
    ['https://www.twitch.tv/', ''],
    ['https://www.twitch.tv/videos/123', ''],
    ['clips.twitch.tv', ''],
    ['   ', ''],
    ['', ''],
  ])('turns "%s" into "%s"', (typed, text) => {
    expect(searchTextOf(typed)).toBe(text);
  });
});

describe('rankSuggestions', () => {
  it('puts followed channels first, and better matches first among them', () => {
    const followed = channels('my_tea', 'tea_time', 'tea');
    const found = channels('green_tea', 'teapot', 'biscuits');
    expect(loginsOf(rankSuggestions('tea', followed, found))).toEqual([
      'tea',
      'tea_time',
      'my_tea',
      'teapot',
      'green_tea',
      'biscuits',
    ]);
  });

  it('keeps the order of channels that match equally well', () => {
    const followed = channels('tea_c', 'tea_a', 'tea_b');
    expect(loginsOf(rankSuggestions('tea', followed, []))).toEqual(['tea_c', 'tea_a', 'tea_b']);
  });

  it('leaves out followed channels that do not match', () => {
    expect(rankSuggestions('tea', channels('coffee'), [])).toEqual([]);
  });

  it('lists a channel once, as the followed one', () => {
    const followed = [aSuggestion('tea', { isLive: true })];
    expect(rankSuggestions('tea', followed, channels('tea', 'tea'))).toEqual(followed);
  });

  it.each(['Café', 'cafe', 'CAFÉ', 'é'])('ignores case and accents in "%s"', (text) => {
    const followed = [aSuggestion('kaffee', { name: 'Café_Crème' })];
    expect(rankSuggestions(text, followed, [])).toEqual(followed);
  });

  it('finds a channel by its display name in any script', () => {
    const followed = [aSuggestion('thalassa_gr', { name: 'Θάλασσα' })];
    expect(rankSuggestions('θαλ', followed, [])).toEqual(followed);
  });

  it('suggests at most eight', () => {
    const many = Array.from({ length: 30 }, (_, index) => `tea_${index}`);
    expect(rankSuggestions('tea', channels(...many), channels('tea'))).toHaveLength(8);
  });
});
