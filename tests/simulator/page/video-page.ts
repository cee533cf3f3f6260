import { html } from 'hono/html';
import { persistentPlayer, streamInformation } from './channel-page.ts';
import type { Markup } from './markup.ts';
import type { ChannelView, VideoView } from './view.ts';

/** The recorded broadcast, as the page of a channel would show it. */
function recorded({ vod, ...view }: VideoView): ChannelView {
  return { ...view, channel: { ...vod.channel, title: vod.title, broadcast: null }, chat: [] };
}

/** Returns the main region of the page of a recording. */
export function videoMain(view: VideoView): Markup {
  const channelView = recorded(view);
  return html`<div class="channel-root channel-root--video channel-root--watch-chat">
    <div class="channel-root__main--with-chat">
      <div class="channel-root__player channel-root__player--with-chat"></div>
      ${view.wrap(html`<div class="channel-root__info channel-root__info--with-chat">
        <div class="channel-info-content">${streamInformation(channelView)}</div>
      </div>`)}
    </div>
  </div>
  ${persistentPlayer(channelView, `/_page/recordings/${view.vod.id}`)}`;
}

/** Returns the right column: the replay of the chat. */
export function videoChat({ wrap }: VideoView): Markup {
  return html`<div class="right-column right-column--beside" role="complementary" data-a-target="right-column-chat-bar">
    ${wrap(html`<aside>
      <div class="channel-root__right-column channel-root__right-column--expanded">
        ${wrap(html`<div class="video-chat chat-shell"><div class="stream-chat">
          <div class="stream-chat-header"><h4>Chat Replay</h4></div>
          <div class="chat-room__content"><ul class="video-chat__message-list" role="log"></ul></div>
        </div></div>`)}
      </div>
    </aside>`)}
  </div>`;
}
