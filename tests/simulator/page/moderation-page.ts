import { html } from 'hono/html';
import { persistentPlayer } from './channel-page.ts';
import { chatRoom } from './chat-column.ts';
import type { Markup } from './markup.ts';
import type { ChannelView } from './view.ts';

const HELD_MESSAGES = ['first one here', 'where is the link', 'so bad it is good', 'you know who'];

function heldMessage(text: string): Markup {
  return html`<div class="automod-queue__message">
    <p>${text}</p>
    <button type="button" class="tw-button" aria-label="Allow">Allow</button>
    <button type="button" class="tw-button" aria-label="Deny">Deny</button>
  </div>`;
}

function widget(name: string, content: Markup): Markup {
  return html`<section class="modview-widget" aria-label="${name}">
    <h2 class="modview-widget__title">${name}</h2>
    ${content}
  </section>`;
}

/**
 * Returns the main region of the mod view: the dock with the followed channels at the left, then
 * widgets side by side, with the messages that AutoMod holds at the right edge.
 */
export function moderationMain(view: ChannelView): Markup {
  const { neighbors, wrap } = view;
  return html`<div class="moderation-root"><div class="moderation-view-page">
    <div class="modview-dock">
      ${wrap(html`<div class="modview-dock__followed-channels">
        ${neighbors.map(
          ({ owner }) => html`<a href="/moderator/${owner.login}">${owner.name.slice(0, 1)}</a>`,
        )}
      </div>`)}
    </div>
    ${widget('Video', html`<div class="modview-player-widget">${persistentPlayer(view)}</div>`)}
    ${widget('Chat', html`<div class="chat-shell"><div class="stream-chat">${chatRoom(view)}</div></div>`)}
    ${widget(
      'AutoMod Queue',
      html`<div class="automod-queue">
      ${HELD_MESSAGES.flatMap((text) => [text, text, text]).map(heldMessage)}
    </div>`,
    )}
  </div></div>`;
}
