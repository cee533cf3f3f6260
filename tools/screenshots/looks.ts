import type { Page } from '@playwright/test';

/** Ways to look at a screen. Each screen lists those that it is shown in, in both themes. */

/** The size of a window, its zoom, and what the user's language and eyes need. */
export interface Look {
  name: string;
  /** In pixels of the page: at a zoom of 2, the window is twice as large. */
  width: number;
  height: number;
  zoom?: number;
  isRightToLeft?: boolean;
  hasLargeText?: boolean;
  /** Prepares the page, for example for theater mode. */
  arrange?: (page: Page) => Promise<void>;
}

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Adds the looks that each screen needs at one size: right-to-left and large text. */
function withScriptAndText(look: Look): Look[] {
  return [
    { ...look, name: `${look.name}.rtl`, isRightToLeft: true },
    { ...look, name: `${look.name}.large-text`, hasLargeText: true },
  ];
}

/** Makes the page as narrow as in the toolbar; a popup itself has no picture. */
const inToolbar = async (page: Page) =>
  await page.evaluate(() => {
    document.documentElement.dataset.view = 'popup';
  });

const TOOLBAR_POPUP: Look = { name: '380', width: 380, height: 600, arrange: inToolbar };

export const POPUP_LOOKS: readonly Look[] = [
  TOOLBAR_POPUP,
  { name: '320', width: 320, height: 480, arrange: inToolbar },
  // The popup is at most 600 pixels high, so 300 of its own are left.
  { name: 'zoom-200', width: 380, height: 300, zoom: 2, arrange: inToolbar },
  { name: 'window', width: 1100, height: 760 },
  ...withScriptAndText(TOOLBAR_POPUP),
];

export const SIDE_PANEL_LOOKS: readonly Look[] = [{ name: '360', width: 360, height: 900 }];

const LAPTOP: Look = { name: '1366', width: 1366, height: 768 };

export const PANEL_LOOKS: readonly Look[] = [
  { name: '1024', width: 1024, height: 768 },
  LAPTOP,
  { name: '1920', width: 1920, height: 1080 },
  {
    name: '1366-theater',
    width: 1366,
    height: 768,
    arrange: async (page) => await page.locator('.player-theatre').click(),
  },
  ...withScriptAndText(LAPTOP),
];

const WIDE: Look = { name: 'wide', width: 1280, height: 800 };

export const PAGE_LOOKS: readonly Look[] = [
  { name: 'narrow', width: 320, height: 640 },
  WIDE,
  ...withScriptAndText(WIDE),
];

/** Gives the window the size of a look. */
async function resize(page: Page, { width, height, zoom = 1 }: Look): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: zoom,
    mobile: false,
  });
}

/** Makes all text half as large again, as the browser does for users who zoom text only. */
async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const SCALE = 1.5;
    const panel = document.querySelector('streamer-event-panel');
    const root = panel === null ? document.body : panel.shadowRoot;
    const sizes = [...(root?.querySelectorAll('*') ?? [])]
      .filter((element) => element instanceof HTMLElement)
      .map((element) => {
        const { fontSize, lineHeight } = getComputedStyle(element);
        return { element, fontSize, lineHeight };
      });
    for (const { element, fontSize, lineHeight } of sizes) {
      element.style.fontSize = `${Number.parseFloat(fontSize) * SCALE}px`;
      if (lineHeight === 'normal') continue;
      element.style.lineHeight = `${Number.parseFloat(lineHeight) * SCALE}px`;
    }
  });
}

/** Waits until the layout stays the same for some frames, and all fonts and images are there. */
export async function settle(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    const FRAMES = 12;
    await document.fonts.ready;
    const panel = document.querySelector('streamer-event-panel')?.shadowRoot;
    const measure = () =>
      [document.body, ...(panel?.querySelectorAll('section, li') ?? [])]
        .map((element) => element.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y, width, height].join(' '))
        .join('; ');
    let last = '';
    for (let same = 0; same < FRAMES; same += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = measure();
      if (now !== last) same = 0;
      last = now;
    }
    const images = [...document.images, ...(panel?.querySelectorAll('img') ?? [])];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  });
}

/** Gives a page, which has no look yet, the look. */
export async function applyLook(page: Page, look: Look): Promise<void> {
  await resize(page, look);
  await look.arrange?.(page);
  if (look.isRightToLeft === true) {
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
  }
  await settle(page);
  if (look.hasLargeText === true) {
    await enlargeText(page);
    await settle(page);
  }
}
