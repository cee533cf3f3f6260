import { act, render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { aView } from '@/tests/support/builders/rows';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { setUpScreen } from '@/tests/support/screens/screen';
import { Announcer } from './Announcer';

setUpScreen();

const cheer = (bits: number) => aView(aCheer({}, bits));

describe('Announcer', () => {
  it('does not announce events that were already there', async () => {
    const clock = createFakeClock();
    const { container } = render(<Announcer rows={[cheer(1)]} clock={clock} />);
    await act(() => clock.advance(10 * SECOND));
    expect(container.textContent).toBe('');
  });

  it('announces the newest event', async () => {
    const clock = createFakeClock();
    const { container, rerender } = render(<Announcer rows={[cheer(1)]} clock={clock} />);
    rerender(<Announcer rows={[cheer(500)]} clock={clock} />);
    await act(() => clock.advance(0));
    expect(container.textContent).toBe('Demo_Viewer cheered 500 bits');
  });

  it('does not announce a row again when announced events are grouped into it', async () => {
    const clock = createFakeClock();
    const [older, newest] = [cheer(1), cheer(2)];
    const { container, rerender } = render(<Announcer rows={[older]} clock={clock} />);
    rerender(<Announcer rows={[newest, older]} clock={clock} />);
    await act(() => clock.advance(0));
    rerender(<Announcer rows={[{ ...cheer(3), newSeq: newest.newSeq }]} clock={clock} />);
    await act(() => clock.advance(10 * SECOND));
    expect(container.textContent).toContain('2 bits');
  });

  it('announces many events at once, with the last of them', async () => {
    const clock = createFakeClock();
    const rows = [cheer(1)];
    const { container, rerender } = render(<Announcer rows={[...rows]} clock={clock} />);
    const add = (bits: number) => {
      rows.unshift(cheer(bits));
      rerender(<Announcer rows={[...rows]} clock={clock} />);
    };
    add(2);
    await act(() => clock.advance(0));
    for (const bits of [3, 4, 5]) add(bits);
    await act(() => clock.advance(SECOND));
    expect(container.textContent).toBe('Demo_Viewer cheered 2 bits');
    await act(() => clock.advance(5 * SECOND));
    expect(container.textContent).toBe('3 new events, the last: Demo_Viewer cheered 5 bits');
  });

  it('announces how many rows wait, but not each of them', async () => {
    const clock = createFakeClock();
    const rows = [cheer(1)];
    const { container, rerender } = render(<Announcer rows={rows} clock={clock} />);
    rerender(<Announcer rows={rows} waiting={1} clock={clock} />);
    await act(() => clock.advance(0));
    expect(container.textContent).toBe('1 new');
    for (const waiting of [2, 3]) {
      rerender(<Announcer rows={rows} waiting={waiting} clock={clock} />);
    }
    await act(() => clock.advance(5 * SECOND));
    expect(container.textContent).toBe('3 new');
  });
});
