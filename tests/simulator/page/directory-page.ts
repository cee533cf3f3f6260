import { html } from 'hono/html';
import type { Channel } from '../world/channels.ts';
import type { Markup } from './markup.ts';
import { type PageView, viewersText } from './view.ts';

function card(channel: Channel, imageOf: PageView['imageOf']): Markup {
  const { owner, title, category } = channel;
  return html`<article class="directory-card">
    <a href="/${owner.login}">
      <div class="directory-card__preview"><span>${viewersText(channel)} viewers</span></div>
      <div class="directory-card__text">
        <img class="tw-image-avatar" src="${imageOf(owner.login)}" alt="" width="40" height="40">
        <div><h3>${title}</h3><p>${owner.name}</p><p>${category.name}</p></div>
      </div>
    </a>
  </article>`;
}

/** Returns the main region of a page without a channel: the live channels. */
export function directoryMain({ wrap, neighbors, imageOf }: PageView, heading: string): Markup {
  const live = neighbors.filter(({ broadcast }) => broadcast !== null);
  return html`<div class="directory-root">
    <h1>${heading}</h1>
    ${wrap(html`<div class="directory-grid">${live.map((channel) => card(channel, imageOf))}</div>`)}
  </div>`;
}
