import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { createMinuteTicker } from '@/components/ui/hooks/use-now';
import { MINUTE } from '@/lib/time';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { setUpScreen } from '@/tests/support/screen';
import { RelativeTime } from './RelativeTime';

setUpScreen();

describe('RelativeTime', () => {
  it('tells how long ago, and exactly when', () => {
    const time = Date.now() - 3 * MINUTE;
    const { container } = render(<RelativeTime time={time} language="en" />);
    const element = container.querySelector('time');
    expect(element?.textContent).toBe('3 min. ago');
    expect(element?.getAttribute('datetime')).toBe(new Date(time).toISOString());
    expect(element?.title).not.toBe('');
  });
});

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
  it('ticks everyone from one timer', async () => {
    const { clock, ticker, count, ticks } = setUp();
    ticker.subscribe(count);
    ticker.subscribe(() => count());
    expect(clock.pending).toBe(1);
    await clock.advance(MINUTE);
    expect(ticks()).toBe(2);
  });

  it('rests while the page is hidden and catches up at once', async () => {
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

  it('stops with its last listener', () => {
    const { clock, ticker, count } = setUp();
    ticker.subscribe(count)();
    expect(clock.pending).toBe(0);
  });
});
