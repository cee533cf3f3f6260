import { html } from 'hono/html';
import type { Channel } from '../world/channels.ts';
import type { Markup } from './markup.ts';
import { type PageView, viewersText } from './view.ts';

/** The parts of a document. */
export interface Shell extends PageView {
  title: string;
  /** The kind of the page, an attribute of `#root`. */
  pageName:
    | 'ChannelWatchPage'
    | 'ModerationViewChannelPage'
    | 'BrowsePage'
    | 'FrontPage'
    | 'VideoWatchPage';
  main: Markup;
  rightColumn: Markup;
}

function topNavigation({ wrap, imageOf }: PageView): Markup {
  return html`<nav class="top-nav" data-a-target="top-nav-container" aria-label="Top navigation">
    ${wrap(html`<div class="top-nav__menu">
      ${wrap(html`<div class="top-nav__left">
        <a class="top-nav__logo" href="/" aria-label="Twitch home">t</a>
        <a class="top-nav__link" href="/directory">Browse</a>
      </div>`)}
      ${wrap(html`<div class="top-nav__search-container">
        <input class="top-nav__search" type="search" placeholder="Search" aria-label="Search">
      </div>`)}
      ${wrap(html`<div class="top-nav__right">
        <button type="button" class="text-button" data-simulator="toggle-theme">Theme</button>
        <button type="button" class="avatar-button" data-a-target="user-menu-toggle" aria-label="User menu">
          <img class="tw-image-avatar" src="${imageOf('demo_viewer')}" alt="" width="30" height="30">
        </button>
      </div>`)}
    </div>`)}
  </nav>`;
}

function sideNavCard(channel: Channel, { wrap, imageOf }: PageView): Markup {
  const { owner, category, broadcast } = channel;
  const live = html`<span class="side-nav-card__live"><i></i>${viewersText(channel)}</span>`;
  return wrap(html`<div class="side-nav-card">
    <a class="side-nav-card__link" data-test-selector="followed-channel" href="/${owner.login}">
      <img class="tw-image-avatar" src="${imageOf(owner.login)}" alt="" width="30" height="30">
      <span class="side-nav-card__text">
        <span class="side-nav-card__title">${owner.name}</span>
        <span class="side-nav-card__metadata">${broadcast ? category.name : ''}</span>
      </span>
      ${broadcast ? live : html`<span class="side-nav-card__offline">Offline</span>`}
    </a>
  </div>`);
}

function sideNavigation(view: PageView): Markup {
  return html`<div id="side-nav" class="side-nav side-nav--expanded">
    ${view.wrap(html`<div class="side-bar-contents">
      <div class="side-nav-section" aria-label="Followed Channels">
        <h2 class="side-nav-header">Followed Channels</h2>
        ${view.wrap(html`<div class="tw-transition-group">
          ${view.neighbors.map((channel) => sideNavCard(channel, view))}
        </div>`)}
      </div>
    </div>`)}
  </div>`;
}

function mainRegion({ wrap, main }: Shell): Markup {
  return html`<main class="twilight-main">
    <div class="root-scrollable scrollable-area" data-a-target="root-scroller">
      ${wrap(html`<div class="simplebar-scroll-content"><div class="simplebar-content">
        <div class="root-scrollable__wrapper">${main}</div>
      </div></div>`)}
    </div>
  </main>`;
}

/** Returns a whole document of www.twitch.tv with a main region and a right column. */
export function shellPage(shell: Shell): Markup {
  const { title, pageName, wrap, rightColumn } = shell;
  return html`<!doctype html>
<html lang="en" class="tw-root--theme-dark">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/_page/theme.css">
    <link rel="stylesheet" href="/_page/shell.css">
    <link rel="stylesheet" href="/_page/directory.css">
    <link rel="stylesheet" href="/_page/channel.css">
    <link rel="stylesheet" href="/_page/player.css">
    <link rel="stylesheet" href="/_page/chat.css">
    <link rel="stylesheet" href="/_page/moderation.css">
    <script type="module" src="/_page/main.ts"></script>
  </head>
  <body>
    <div id="root" data-a-page-loaded-name="${pageName}">
      ${wrap(html`<div class="page-column">
        ${topNavigation(shell)}
        ${wrap(html`<div class="page-row">
          ${sideNavigation(shell)}
          ${mainRegion(shell)}
          <div class="right-column-slot">${rightColumn}</div>
          <div class="whispers-open-threads"></div>
        </div>`)}
      </div>`)}
    </div>
  </body>
</html>`;
}
