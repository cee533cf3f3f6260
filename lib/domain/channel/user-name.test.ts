import { describe, expect, it } from 'vitest';
import { parseUserName } from './user-name';

describe('parseUserName', () => {
  it.each([
    ['demo_streamer', 'demo_streamer'],
    ['Demo_Streamer', 'demo_streamer'],
    ['  demo_streamer\n', 'demo_streamer'],
    ['@demo_streamer', 'demo_streamer'],
    ['https://www.twitch.tv/demo_streamer', 'demo_streamer'],
    ['https://twitch.tv/Demo_Streamer', 'demo_streamer'],
    ['http://www.twitch.tv/demo_streamer/', 'demo_streamer'],
    ['www.twitch.tv/demo_streamer', 'demo_streamer'],
    ['twitch.tv/demo_streamer', 'demo_streamer'],
    ['https://www.twitch.tv/demo_streamer/videos?sort=time#top', 'demo_streamer'],
    ['7tv', '7tv'],
    ['a', 'a'],
    ['a'.repeat(25), 'a'.repeat(25)],
  ])('reads "%s" as %s', (text, name) => {
    expect(parseUserName(text)).toBe(name);
  });

  it.each([
    [''],
    ['   '],
    ['@'],
    ['a'.repeat(26)],
    ['_starts_with_one'],
    ['two words'],
    ['デモ'],
    ['dash-ed'],
    ['demo.streamer'],
    ['https://www.youtube.com/demo_streamer'],
    ['https://www.twitch.tv/'],
    ['<script>'],
  ])('returns null for "%s"', (text) => {
    expect(parseUserName(text)).toBeNull();
  });
});
