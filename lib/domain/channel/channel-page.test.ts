import { describe, expect, it } from 'vitest';
import { channelOfPath } from './channel-page';

describe('channelOfPath', () => {
  it.each([
    ['/demo_streamer', 'demo_streamer'],
    ['/Demo_Streamer', 'demo_streamer'],
    ['/demo_streamer/', 'demo_streamer'],
    ['/demo_streamer/videos', 'demo_streamer'],
    ['/demo_streamer/clip/FunnyOne', 'demo_streamer'],
    ['/popout/demo_streamer/chat', 'demo_streamer'],
    ['/moderator/demo_streamer', 'demo_streamer'],
    ['/u/demo_streamer/dashboard', 'demo_streamer'],
    ['/subs/demo_streamer', 'demo_streamer'],
    ['/Subs/Demo_Streamer/', 'demo_streamer'],
    ['/mod/demo_streamer', 'demo_streamer'],
    ['/embed/demo_streamer/chat', 'demo_streamer'],
    ['/popout/moderator/demo_streamer/chat', 'demo_streamer'],
    ['/popout/u/demo_streamer/stream-manager/chat', 'demo_streamer'],
    ['/POPOUT/demo_streamer/chat', 'demo_streamer'],
    ['/demo_streamer/video/123', 'demo_streamer'],
    ['/demo_streamer/search', 'demo_streamer'],
    ['/clip_maker', 'clip_maker'],
  ])('returns for %s the login %s', (path, login) => {
    expect(channelOfPath(path)).toBe(login);
  });

  it.each([
    '/',
    '',
    '//',
    '/directory',
    '/Directory/category/chess',
    '/videos/123456',
    '/settings/profile',
    '/search',
    '/popout',
    '/popout/directory',
    '/subs',
    '/u',
    '/mod/',
    '/embed',
    '/clip/FunnyOne',
    '/clips/FunnyOne',
    '/team/demo_team',
    '/following',
    '/products/demo_product',
    '/bits-checkout/demo_streamer',
    '/redeem',
    '/checkout',
    '/broadcast/dashboard',
    '/dashboard/live',
    '/not a name',
    '/%C3%A9',
  ])('returns null for %s', (path) => {
    expect(channelOfPath(path)).toBeNull();
  });
});
