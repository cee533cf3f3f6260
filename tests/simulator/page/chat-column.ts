import { html } from 'hono/html';
import type { ChatLine } from '../world/chat-log.ts';
import type { Markup } from './markup.ts';
import type { ChannelView } from './view.ts';

/** Returns a line of chat; `browser/refresh.ts` builds the same markup for new lines. */
function chatLine({ number, kind, name, text }: ChatLine): Markup {
  if (kind === 'notice') {
    return html`<div class="user-notice-line" data-test-selector="user-notice-line" data-line="${number}">${text}</div>`;
  }
  return html`<div class="chat-line__message" data-line="${number}">
    <span class="chat-author__display-name">${name}</span><span aria-hidden="true">: </span>
    <span class="text-fragment" data-a-target="chat-message-text">${text}</span>
  </div>`;
}

/** Returns the chat without its header. */
export function chatRoom({ chat, wrap }: ChannelView): Markup {
  return html`<section class="chat-room__content" data-test-selector="chat-room-component-layout" aria-label="Stream chat">
    <div class="community-highlight-stack"></div>
    ${wrap(html`<div class="chat-list--default">
      <div class="chat-scroller" data-a-target="chat-scroller">
        <div class="chat-scrollable-area__message-container" role="log">
          <div class="chat-line__status">Welcome to the chat room!</div>
          ${chat.map(chatLine)}
        </div>
      </div>
    </div>`)}
    <div class="chat-input">
      <textarea data-a-target="chat-input" rows="1" placeholder="Send a message" aria-label="Send a message"></textarea>
      <div class="chat-input__buttons-container" data-test-selector="chat-input-buttons-container">
        <button type="button" class="icon-button" data-a-target="chat-settings" aria-label="Chat settings">···</button>
        <button type="button" class="tw-button">Chat</button>
      </div>
    </div>
  </section>`;
}

/** Returns the right column of a channel's page. */
export function chatColumn(view: ChannelView): Markup {
  const { wrap } = view;
  return html`<div class="right-column right-column--beside" role="complementary" data-a-target="right-column-chat-bar">
    <div class="right-column__toggle-visibility">
      <button type="button" data-a-target="right-column__toggle-collapse-btn" aria-label="Collapse Chat"></button>
    </div>
    ${wrap(html`<aside id="live-page-chat">
      <div class="channel-root__right-column channel-root__right-column--expanded">
        ${wrap(html`<div class="chat-shell chat-shell__expanded"><div class="stream-chat">
          <div class="stream-chat-header"><h4 id="chat-room-header-label">Stream Chat</h4></div>
          ${chatRoom(view)}
        </div></div>`)}
      </div>
    </aside>`)}
  </div>`;
}
