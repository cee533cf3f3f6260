import type { Locator, Page } from '@playwright/test';
import { sanitize } from '../../../lib/domain/untrusted-text.ts';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-text.ts';
import { channelUpdate } from '../../simulator/shapes/channel/stream.ts';
import { chatNotification } from '../../simulator/shapes/chat/chat-notification.ts';
import { expect, listenTo, openChannel, panelOn, test, type World } from './fixtures.ts';

/** What only a real browser can tell: how it parses, how it turns text around, how wide it gets. */
const SAMPLE = [
  'a script',
  'a handler',
  'a frame',
  'the end of our element',
  'the end of an attribute',
  'a style sheet',
  'entities',
  'our placeholders',
  'a prototype',
  'text that is turned around',
  'the end of an isolation',
  'a paragraph of its own',
  'right-to-left words',
  'a NUL',
  'half a character',
  'characters upon characters',
  'very long',
  'very long and right-to-left',
];

/** A resub whose viewer bears that name and says the same; its last words are ours. */
async function sendResubOf(world: World, text: string): Promise<string> {
  const [id = ''] = await world.admin.sendEvent({
    type: 'channel.chat.notification',
    event: chatNotification({
      notice_type: 'resub',
      chatter: { id: '7001', login: 'ann', name: text },
      message: text,
    }),
  });
  return id;
}

/** Fails where the page runs anything of what was written, opens anything, or leaves. */
async function guard(page: Page): Promise<string[]> {
  const happened: string[] = [];
  await page.exposeFunction('hostile', () => void happened.push('a script ran'));
  page.on('dialog', (dialog) => void happened.push(`a dialog: ${dialog.message()}`));
  page.on('framenavigated', (frame) => void happened.push(`went to ${frame.url()}`));
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) happened.push(`asked ${request.url()}`);
  });
  return happened;
}

/** By how much the widest of what scrolls, or the whole, is wider than its room. */
async function overhang(where: Locator): Promise<number> {
  return await where.evaluate((whole) => {
    const scrolls = [...whole.querySelectorAll('*')].filter((element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
    );
    const widths = [whole, ...scrolls].map((element) => element.scrollWidth - element.clientWidth);
    return Math.max(...widths);
  });
}

/** Whether our own words after a name still run from left to right. */
async function runsLeftToRight(row: Locator): Promise<boolean> {
  return await row
    .locator('p')
    .first()
    .evaluate((sentence) => {
      const ours = 'resubscribed';
      const words = [...sentence.childNodes].find((node) => node.textContent?.includes(ours));
      const from = words?.textContent?.indexOf(ours) ?? 0;
      if (words === undefined) return false;
      const range = document.createRange();
      const lefts = Array.from(ours, (_, index) => {
        range.setStart(words, from + index);
        range.setEnd(words, from + index + 1);
        return range.getBoundingClientRect().left;
      });
      return lefts.every((left, index) => index === 0 || left > (lefts[index - 1] ?? left));
    });
}

async function expectText(where: Locator, id: string, text: string): Promise<void> {
  const row = where.locator(`[data-event-id="${id}"]`);
  await expect.poll(() => row.locator('bdi').first().textContent()).toBe(`${sanitize(text)} (ann)`);
  expect(await runsLeftToRight(row)).toBe(true);
  const { height = 0 } = (await row.boundingBox()) ?? {};
  expect(height).toBeLessThan(300);
}

test('what people write is only ever text, in popup and panel alike', async ({ world }) => {
  test.slow();
  const popup = await listenTo(world, 'demo_streamer');
  await popup.setViewportSize({ width: 380, height: 600 });
  const channel = await openChannel(world, 'demo_streamer');
  const screens = [popup.locator('main'), panelOn(channel)];
  const happened = await Promise.all([guard(popup), guard(channel)]);

  for (const what of SAMPLE) {
    const text = HOSTILE_TEXTS[what] ?? '';
    await test.step(what, async () => {
      const id = await sendResubOf(world, text);
      await world.admin.sendEvent({
        type: 'channel.update',
        event: channelUpdate({ title: text, category: text }),
      });
      for (const screen of screens) {
        await expectText(screen, id, text);
        expect(await overhang(screen)).toBe(0);
      }
      await expect
        .poll(() => popup.locator('header bdi').allTextContents())
        .toEqual(['Demo_Streamer', sanitize(text), sanitize(text)]);
    });
  }
  expect(happened.flat()).toEqual([]);
});
