import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, SECOND } from '@/lib/time';
import { watchLayout } from './layout-changes';

let end = new AbortController();
let looks = 0;

/** Adds an element to another one. */
function add(parent: Element, className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  return element;
}

/** Lets observers report, and then time pass. Returns how often the page was looked at. */
async function looksAfter(ms: number): Promise<number> {
  looks = 0;
  await vi.advanceTimersByTimeAsync(ms);
  return looks;
}

function page() {
  const main = add(document.body, 'main');
  const column = add(add(document.body, 'right-column-slot'), 'right-column');
  const chat = add(column, 'chat-shell');
  const layout = watchLayout(end.signal, () => (looks += 1));
  layout.follow(new Set([main, column]), true);
  return { main, column, chat, layout };
}

beforeEach(() => {
  end = new AbortController();
  vi.useFakeTimers();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('watchLayout', () => {
  it('does not look at the page while nothing happens, or only in a busy chat', async () => {
    const { chat } = page();
    await looksAfter(HOUR);
    for (let line = 0; line < 100; line += 1) add(chat, 'chat-line__message');
    expect(await looksAfter(HOUR)).toBe(0);
  });

  it('looks once for a burst of changes, and once more when all has settled', async () => {
    const { column } = page();
    for (const name of ['a', 'b', 'c']) column.classList.add(name);
    expect(await looksAfter(HOUR)).toBe(2);
    expect(await looksAfter(HOUR)).toBe(0);
  });

  it('notices a part that was replaced', async () => {
    const { column } = page();
    column.parentElement?.replaceChildren(document.createElement('aside'));
    expect(await looksAfter(SECOND)).toBe(1);
  });

  it('notices the successor of a part that has been gone for long', async () => {
    const { main, column, layout } = page();
    const slot = column.parentElement;
    column.remove();
    await looksAfter(HOUR);
    layout.follow(new Set([main]), true);
    slot?.append(column);
    expect(await looksAfter(SECOND)).toBe(1);
  });

  it('notices an addition anywhere while a part is missing, except in the chat', async () => {
    const { main, chat, layout } = page();
    layout.follow(new Set([main]), false);
    add(chat, 'chat-line__message');
    expect(await looksAfter(HOUR)).toBe(0);
    add(add(main, 'root'), 'player');
    expect(await looksAfter(SECOND)).toBe(1);
  });

  it('ends when the signal aborts', async () => {
    const { column } = page();
    column.classList.add('changed');
    end.abort();
    expect(await looksAfter(HOUR)).toBe(0);
  });
});
