import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createMinuteTicker } from './use-now';

function setUp() {
  const clock = createFakeClock(START);
  const page = new EventTarget() as Document;
  const hide = (hidden: boolean) => {
    Object.assign(page, { hidden });
    page.dispatchEvent(new Event('visibilitychange'));
  };
  let ticks = 0;
  const ticker = createMinuteTicker(clock, page);
  return { clock, hide, ticker, count: () => (ticks += 1), ticks: () => ticks };
}

describe('createMinuteTicker', () => {
  it('calls all listeners from one timer', async () => {
    const { clock, ticker, count, ticks } = setUp();
    ticker.subscribe(count);
    ticker.subscribe(() => count());
    expect(clock.pending).toBe(1);
    await clock.advance(MINUTE);
    expect(ticks()).toBe(2);
  });

  it('pauses while the page is hidden, and ticks at once when it is visible', async () => {
    const { clock, hide, ticker, count, ticks } = setUp();
    ticker.subscribe(count);
    hide(true);
    expect(clock.pending).toBe(0);
    await clock.advance(10 * MINUTE);
    expect(ticks()).toBe(0);
    hide(false);
    expect(ticks()).toBe(1);
    expect(clock.pending).toBe(1);
  });

  it('stops when the last listener unsubscribes', () => {
    const { clock, ticker, count } = setUp();
    ticker.subscribe(count)();
    expect(clock.pending).toBe(0);
  });
});
