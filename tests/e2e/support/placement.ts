import type { Page } from '@playwright/test';

/** What the panel must not cover. */
const CONTROLS = [
  '.top-nav',
  '.side-nav-card',
  '.modview-dock a',
  '.stream-information__actions button',
  '.player-controls button',
  '.right-column__toggle-visibility button',
  '.chat-input textarea',
  '.chat-input button',
  '.automod-queue button',
  '.community-highlight-stack button',
].join();

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Measures the panel, the video, and the controls that the user could click without the panel. */
async function measure(channel: Page) {
  return await channel.evaluate((controls) => {
    const host = document.querySelector('streamer-event-panel');
    const boxOf = (element: Element | null | undefined) =>
      (element?.getBoundingClientRect() ?? new DOMRect()).toJSON();
    // Something else of the page may lie over a control, such as the player in theater mode.
    const isReachable = (control: Element) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const stack = document.elementsFromPoint(x + width / 2, y + height / 2);
      return stack.find((element) => element !== host)?.closest(controls) === control;
    };
    return {
      panel: boxOf(host?.shadowRoot?.querySelector('section')),
      video: boxOf(document.querySelector('.video-player')),
      window: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
      controls: [...document.querySelectorAll(controls)]
        .filter(isReachable)
        .map((control) => ({ name: control.className, box: boxOf(control) })),
    };
  }, CONTROLS);
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** Returns what is wrong with the place of the panel or its tab: an empty list if nothing is. */
export async function faultsOfPlace(channel: Page): Promise<string[]> {
  const { panel, video, window, controls } = await measure(channel);
  const faults = controls.filter(({ box }) => overlap(panel, box) > 0).map(({ name }) => name);
  const size = overlap(panel, panel);
  if (size === 0 || overlap(panel, window) < size) faults.push('outside');
  if (overlap(panel, video) > overlap(video, video) / 3) faults.push('over the video');
  return faults;
}
