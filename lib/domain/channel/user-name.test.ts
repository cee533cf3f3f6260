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
    ['https://WWW.Twitch.TV/Demo_Streamer', 'demo_streamer'],
    ['https://m.twitch.tv/demo_streamer/home', 'demo_streamer'],
    ['//www.twitch.tv/demo_streamer', 'demo_streamer'],
    ['https://www.twitch.tv:443//demo_streamer?', 'demo_streamer'],
    ['demo_streamer/videos', 'demo_streamer'],
    ['https://www.twitch.tv/subs/demo_streamer', 'demo_streamer'],
    ['https://www.twitch.tv/Subs/Demo_Streamer/?tt=1#x', 'demo_streamer'],
    ['www.twitch.tv/popout/demo_streamer/chat?popout=', 'demo_streamer'],
    ['www.twitch.tv/embed/demo_streamer/chat', 'demo_streamer'],
    ['https://www.twitch.tv/demo_streamer/clip/FunnyOne-1', 'demo_streamer'],
    ['https://m.twitch.tv/demo_streamer/clip/FunnyOne-1', 'demo_streamer'],
    ['https://dashboard.twitch.tv/u/demo_streamer', 'demo_streamer'],
    ['https://dashboard.twitch.tv/u/Demo_Streamer/stream-manager', 'demo_streamer'],
    ['dashboard.twitch.tv/popout/u/demo_streamer/stream-manager/chat', 'demo_streamer'],
    ['https://player.twitch.tv/?channel=demo_streamer', 'demo_streamer'],
    ['player.twitch.tv?muted=true&channel=Demo_Streamer#top', 'demo_streamer'],
    ['https://embed.twitch.tv/?channel=demo_streamer&parent=example.com', 'demo_streamer'],
    ['7tv', '7tv'],
    ['a', 'a'],
    ['a'.repeat(25), 'a'.repeat(25)],
  ])('reads "%s" as %s', (text, name) => {
    expect(parseUserName(text)).toBe(name);
  });

  it.each([
    ['a zero-width space', '\u200B'],
    ['a zero-width joiner', '\u200D'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\uFEFF'],
    ['a no-break space', '\u00A0'],
    ['an ideographic space', '\u3000'],
    ['a soft hyphen', '\u00AD'],
    ['a left-to-right mark', '\u200E'],
    ['a right-to-left override', '\u202E'],
    ['an isolate that ends', '\u2069'],
    ['a variation selector', '\uFE0F'],
    ['a tag character', '\u{E0000}'],
    ['a Hangul filler', '\u3164'],
    ['a blank Braille pattern', '\u2800'],
    ['a control character', '\u0000'],
  ])('ignores %s before and behind the name', (_character, invisible) => {
    for (const name of ['demo_streamer', '@demo_streamer', 'https://www.twitch.tv/demo_streamer']) {
      expect(parseUserName(`${name}${invisible}`)).toBe('demo_streamer');
      expect(parseUserName(`${invisible}${name} ${invisible}`)).toBe('demo_streamer');
    }
  });

  it.each(['＠demo_streamer', '﹫demo_streamer', '@\u200Edemo_streamer', '＠ｄｅｍｏ＿streamer'])(
    'reads "%s", as other keyboards type it',
    (text) => {
      expect(parseUserName(text)).toBe('demo_streamer');
    },
  );

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
    ['https://www.twitch.tv'],
    ['https://www.twitch.tv/subs'],
    ['https://www.twitch.tv/videos/123'],
    ['https://m.twitch.tv/videos/123'],
    ['https://www.twitch.tv/directory/category/chess'],
    ['https://www.twitch.tv/Settings/profile'],
    ['https://www.twitch.tv/search?term=demo_streamer'],
    ['https://www.twitch.tv/clip/FunnyOne'],
    ['https://www.twitch.tv/team/demo_team'],
    ['https://clips.twitch.tv/FunnyOne'],
    ['https://clips.twitch.tv/embed?clip=FunnyOne'],
    ['https://player.twitch.tv/?video=v123'],
    ['https://player.twitch.tv/demo_streamer'],
    ['https://dashboard.twitch.tv/'],
    ['https://dashboard.twitch.tv/settings'],
    ['https://dashboard.twitch.tv/u/'],
    ['https://help.twitch.tv/s/article'],
    ['https://www.twitch.tv.example.com/demo_streamer'],
    ['https://nottwitch.tv/demo_streamer'],
    ['https://www.twitch.tv@example.com/demo_streamer'],
    ['https://www.twitch.tv/%64emo'],
    ['https://'],
    ['https://:'],
    ['two\nlines'],
    ['<script>'],
  ])('returns null for "%s"', (text) => {
    expect(parseUserName(text)).toBeNull();
  });
});
