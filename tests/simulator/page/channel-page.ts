import { html } from 'hono/html';
import type { Markup } from './markup.ts';
import { type ChannelView, viewersText } from './view.ts';

/** Returns what the page says below the player. */
export function streamInformation({ channel, wrap, imageOf }: ChannelView): Markup {
  const { owner, title, category, broadcast, tags } = channel;
  return html`<section id="live-channel-stream-information" aria-label="Stream information">
    ${wrap(html`<div class="stream-information">
      <a class="stream-information__avatar" href="/${owner.login}">
        <img class="tw-image-avatar" src="${imageOf(owner.login)}" alt="" width="64" height="64">
        <span class="channel-status">${broadcast ? 'LIVE' : 'OFFLINE'}</span>
      </a>
      <div class="stream-information__text">
        <a class="stream-information__name" href="/${owner.login}"><h1 class="tw-title">${owner.name}</h1></a>
        <p class="stream-information__title" data-a-target="stream-title">${title}</p>
        <p class="stream-information__category">
          <a data-a-target="stream-game-link" href="/directory">${category.name}</a>
          ${tags.map((tag) => html`<span class="tw-tag">${tag}</span>`)}
        </p>
      </div>
      <div class="stream-information__actions">
        <button type="button" class="tw-button">Follow</button>
        <p class="stream-information__viewers">
          <strong data-a-target="animated-channel-viewers-count">${viewersText(channel)}</strong>
        </p>
      </div>
    </div>`)}
  </section>`;
}

function channelRoot(view: ChannelView): Markup {
  const { channel, wrap } = view;
  const { owner, broadcast } = channel;
  const states = broadcast ? 'channel-root--live ' : '';
  const player = broadcast ? '' : 'channel-root__player--offline';
  return html`<div class="channel-root ${states}channel-root--watch channel-root--watch-chat" data-channel="${owner.login}">
    <div class="channel-root__main--with-chat">
      <div class="channel-root__player channel-root__player--with-chat ${player}"></div>
      ${wrap(html`<div class="channel-root__info channel-root__info--with-chat">
        ${wrap(html`<div class="channel-info-content">
          ${streamInformation(view)}
          <div class="about-section__panel">
            <h2>About ${owner.name}</h2>
            <p>Every evening is different here. Say hello in the chat!</p>
          </div>
        </div>`)}
      </div>`)}
    </div>
  </div>`;
}

function playerControls(): Markup {
  return html`<div class="player-controls" data-a-target="player-controls">
    <div class="player-controls__left-control-group"><button type="button" class="player-pause" aria-label="Pause"></button></div>
    <div class="player-controls__right-control-group">
      <button type="button" data-a-target="player-theatre-mode-button" class="player-theatre" aria-label="Theatre Mode (alt+t)"></button>
      <button type="button" data-a-target="player-fullscreen-button" class="player-fullscreen" aria-label="Fullscreen (f)"></button>
    </div>
  </div>`;
}

/** Returns the player; as on Twitch it is not inside the channel's element, but next to it. */
export function persistentPlayer({ channel, wrap }: ChannelView, recording?: string): Markup {
  const { owner, broadcast } = channel;
  const hiddenLive = broadcast ? '' : 'hidden';
  const hiddenOffline = broadcast || recording !== undefined ? 'hidden' : '';
  return html`<div class="persistent-player" data-a-player-state="">
    ${wrap(html`<div class="tw-aspect"><div class="video-player" data-a-target="video-player">
      <div class="video-player__container">
        <div class="video-ref" data-a-target="video-ref"><video muted src="${recording ?? ''}"></video></div>
        <div class="video-player__default-player"><div class="video-player__overlay">
          <div data-a-target="player-overlay-click-handler"></div>
          <span class="player-live-badge" ${hiddenLive}>LIVE</span>
          <div id="offline-channel-main-content" class="player-offline" ${hiddenOffline}>
            <p><span>OFFLINE</span> ${owner.name} is not streaming right now.</p>
          </div>
          ${playerControls()}
        </div></div>
      </div>
    </div></div>`)}
  </div>`;
}

/** Returns the main region of a channel's page. */
export function channelMain(view: ChannelView): Markup {
  return html`${channelRoot(view)}${persistentPlayer(view)}`;
}
