import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { channelUrl } from './channel-url';

describe('channelUrl', () => {
  it('returns the address of the page of a channel', () => {
    expect(channelUrl('demo_streamer')).toBe('https://www.twitch.tv/demo_streamer');
  });

  it.each([
    '../x?y#z',
    '..',
    '//evil.example',
    '\\\\evil.example',
    '@evil.example',
    ...Object.values(HOSTILE_TEXTS),
  ])('never returns another site: %s', (login) => {
    const { origin, pathname, search, hash } = new URL(channelUrl(login));
    expect(origin + search + hash).toBe('https://www.twitch.tv');
    expect(pathname).toMatch(/^\/\w{0,25}$/);
  });
});
