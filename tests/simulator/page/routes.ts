import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Clock } from '../core/clock.ts';
import { createRandom } from '../core/random.ts';
import type { Channel, Channels } from '../world/channels.ts';
import type { ChatLog } from '../world/chat-log.ts';
import { avatarUrl, OTHER_STREAMER, STREAMER } from '../world/people/accounts.ts';
import { MORE_STREAMERS } from '../world/people/more-streamers.ts';
import type { Vods } from '../world/vods.ts';
import { ambientChat } from './ambient-chat.ts';
import { readAsset } from './assets.ts';
import { avatarPng, loginOfAvatar } from './avatars.ts';
import { channelMain } from './channel-page.ts';
import { chatColumn } from './chat-column.ts';
import { directoryMain } from './directory-page.ts';
import { createWrap } from './markup.ts';
import { moderationMain } from './moderation-page.ts';
import { shellPage } from './shell.ts';
import { silence } from './silence.ts';
import { videoChat, videoMain } from './video-page.ts';
import { type ChannelView, type PageView, type VideoView, viewersText } from './view.ts';

/** The strictest policy that a site can have; the extension's panel must work with it. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https://static-cdn.jtvnw.net",
  "connect-src 'self' https://api.twitch.tv https://id.twitch.tv",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');

const TOO_MANY = new Set(MORE_STREAMERS.map(({ person }) => person.id));

function isInSideNavigation({ owner, broadcast }: Channel): boolean {
  if (TOO_MANY.has(owner.id)) return false;
  return broadcast !== null || owner.id === STREAMER.id || owner.id === OTHER_STREAMER.id;
}

function byMostViewers(left: Channel, right: Channel): number {
  return (right.broadcast?.viewers ?? -1) - (left.broadcast?.viewers ?? -1);
}

/** Dependencies of pageRoutes. */
export interface PageOptions {
  clock: Clock;
  channels: Pick<Channels, 'all' | 'byLogin'>;
  vods: Pick<Vods, 'find'>;
  chatLog: Pick<ChatLog, 'linesOf'>;
}

function viewOf({ clock, channels }: PageOptions, request: Context['req']): PageView {
  const isRealHost = request.header('Host') === 'www.twitch.tv';
  return {
    wrap: createWrap(createRandom(clock.now())),
    neighbors: channels.all().filter(isInSideNavigation).toSorted(byMostViewers),
    // Under a loopback address no rule maps the image host, but this server has the same files.
    imageOf: (login) => (isRealHost ? avatarUrl(login) : new URL(avatarUrl(login)).pathname),
  };
}

function channelDocument(view: ChannelView) {
  return shellPage({
    ...view,
    title: `${view.channel.owner.name} - Twitch`,
    pageName: 'ChannelWatchPage',
    main: channelMain(view),
    rightColumn: chatColumn(view),
  });
}

function moderationDocument(view: ChannelView) {
  return shellPage({
    ...view,
    title: 'Moderation View - Twitch',
    pageName: 'ModerationViewChannelPage',
    main: moderationMain(view),
    rightColumn: html``,
  });
}

function videoDocument(view: VideoView) {
  return shellPage({
    ...view,
    title: `${view.vod.title} - Twitch`,
    pageName: 'VideoWatchPage',
    main: videoMain(view),
    rightColumn: videoChat(view),
  });
}

/** Adds the pages of recordings, and what their players play. */
function addVideos(pages: Hono, options: PageOptions): void {
  const { vods } = options;
  pages.get('/videos/:id', async (context, next) => {
    const vod = vods.find(context.req.param('id'));
    if (!vod) return next();
    context.header('Content-Security-Policy', POLICY);
    return context.html(
      videoDocument({ ...viewOf(options, context.req), channel: vod.channel, vod }),
    );
  });

  pages.get('/_page/recordings/:id', (context) => {
    const vod = vods.find(context.req.param('id'));
    return vod ? silence(vod.durationMs, context.req.header('Range')) : context.notFound();
  });
}

function addFiles(pages: Hono): void {
  pages.get('/jtv_user_pictures/:file', async (context) => {
    const login = loginOfAvatar(context.req.param('file'));
    if (!login) return context.notFound();
    const headers = { 'Content-Type': 'image/png', 'Access-Control-Allow-Origin': '*' };
    return context.body(await avatarPng(login), 200, headers);
  });

  pages.get('/_page/:file', async (context) => {
    const asset = await readAsset(context.req.param('file'));
    if (!asset) return context.notFound();
    return context.body(asset.body, 200, { 'Content-Type': asset.contentType });
  });
}

function addPageState(pages: Hono, { channels, chatLog }: PageOptions): void {
  pages.get('/_page/channels/:login', (context) => {
    const channel = channels.byLogin(context.req.param('login'));
    if (!channel) return context.notFound();
    const { owner, title, category, broadcast } = channel;
    return context.json({
      live: broadcast !== null,
      title,
      category: category.name,
      viewers: viewersText(channel),
      chat: chatLog.linesOf(owner.id),
    });
  });
}

/** Creates the pages of www.twitch.tv, their files, and the avatars of static-cdn.jtvnw.net. */
export function pageRoutes(options: PageOptions): Hono {
  const { channels, chatLog } = options;
  const pages = new Hono();
  addFiles(pages);
  addPageState(pages, options);
  addVideos(pages, options);

  for (const [path, pageName, heading] of [
    ['/', 'FrontPage', 'Live now'],
    ['/directory', 'BrowsePage', 'Browse'],
    ['/videos/:id', 'VideoWatchPage', 'Past broadcast'],
  ] as const) {
    pages.get(path, (context) => {
      const view = viewOf(options, context.req);
      const main = directoryMain(view, heading);
      context.header('Content-Security-Policy', POLICY);
      const rightColumn = html``;
      return context.html(shellPage({ ...view, title: 'Twitch', pageName, main, rightColumn }));
    });
  }

  for (const [path, documentOf] of [
    ['/:login', channelDocument],
    ['/moderator/:login', moderationDocument],
  ] as const) {
    pages.get(path, (context) => {
      const channel = channels.byLogin(context.req.param('login'));
      if (!channel) return context.notFound();
      const chat = [...ambientChat(channel), ...chatLog.linesOf(channel.owner.id)];
      context.header('Content-Security-Policy', POLICY);
      return context.html(documentOf({ ...viewOf(options, context.req), channel, chat }));
    });
  }
  return pages;
}
