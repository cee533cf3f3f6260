import type { Locator, Page } from '@playwright/test';
import { sanitize } from '../../../../lib/domain/untrusted-text.ts';
import { HOSTILE_TEXTS } from '../../../fixtures/hostile-text.ts';
import { channelUpdate } from '../../../simulator/shapes/channel/stream.ts';
import { sendNotification } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

/** Names of texts whose parsing, direction or width can be tested only in a real browser. */
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

/** Sends a resub of a viewer whose name and message are the text. Returns its message id. */
async function sendResubOf({ admin }: World, text: string): Promise<string> {
  const [id = ''] = await sendNotification(admin, {
    notice_type: 'resub',
    chatter: { id: '7001', login: 'ann', name: text },
    message: text,
  });
  return id;
}

/** Collects signs that the page ran part of a text: scripts, dialogs, navigations and requests. */
async function collectAttacks(page: Page): Promise<string[]> {
  const attacks: string[] = [];
  await page.exposeFunction('hostile', () => void attacks.push('a script ran'));
  page.on('dialog', (dialog) => void attacks.push(`a dialog: ${dialog.message()}`));
  page.on('framenavigated', (frame) => void attacks.push(`went to ${frame.url()}`));
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) attacks.push(`requested ${request.url()}`);
  });
  return attacks;
}

/** Returns the largest horizontal overflow of the element and of the scrollable elements in it. */
async function overflowOf(screen: Locator): Promise<number> {
  return await screen.evaluate((root) => {
    const scrollable = [...root.querySelectorAll('*')].filter((element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
    );
    const overflows = [root, ...scrollable].map(
      (element) => element.scrollWidth - element.clientWidth,
    );
    return Math.max(...overflows);
  });
}

/** Returns true if the extension's own words after a name still run from left to right. */
async function runsLeftToRight(row: Locator): Promise<boolean> {
  return await row
    .locator('p')
    .first()
    .evaluate((sentence) => {
      const ownWord = 'resubscribed';
      const node = [...sentence.childNodes].find((child) => child.textContent?.includes(ownWord));
      const from = node?.textContent?.indexOf(ownWord) ?? 0;
      if (node === undefined) return false;
      const range = document.createRange();
      const lefts = Array.from(ownWord, (_, index) => {
        range.setStart(node, from + index);
        range.setEnd(node, from + index + 1);
        return range.getBoundingClientRect().left;
      });
      return lefts.every((left, index) => index === 0 || left > (lefts[index - 1] ?? left));
    });
}

async function expectText(screen: Locator, id: string, text: string): Promise<void> {
  const row = screen.locator(`[data-event-id="${id}"]`);
  const name = row.locator('b').first();
  await expect.poll(() => name.textContent()).toBe(`${sanitize(text)} (ann)`);
  expect(await name.locator('bdi').allTextContents()).toEqual([sanitize(text), 'ann']);
  expect(await runsLeftToRight(row)).toBe(true);
  const { height = 0 } = (await row.boundingBox()) ?? {};
  expect(height).toBeLessThan(300);
}

test('popup and panel show whatever users write as plain text', async ({ world }) => {
  test.slow();
  const popup = await listenTo(world, 'demo_streamer');
  await popup.setViewportSize({ width: 380, height: 600 });
  const channel = await openChannel(world, 'demo_streamer');
  const screens = [popup.locator('main'), panelOn(channel)];
  const attacks = await Promise.all([collectAttacks(popup), collectAttacks(channel)]);

  for (const name of SAMPLE) {
    const text = HOSTILE_TEXTS[name] ?? '';
    await test.step(name, async () => {
      const id = await sendResubOf(world, text);
      await world.admin.sendEvent({
        type: 'channel.update',
        event: channelUpdate({ title: text, category: text }),
      });
      for (const screen of screens) {
        await expectText(screen, id, text);
        expect(await overflowOf(screen)).toBe(0);
      }
      await expect
        .poll(() => popup.locator('header bdi').allTextContents())
        .toEqual(['Demo_Streamer', sanitize(text), sanitize(text)]);
    });
  }
  expect(attacks.flat()).toEqual([]);
});
