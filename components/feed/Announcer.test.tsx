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
    const { container } = render(<Announcer newest={cheer(1)} clock={clock} />);
    await act(() => clock.advance(10 * SECOND));
    expect(container.textContent).toBe('');
  });

  it('announces the newest event', async () => {
    const clock = createFakeClock();
    const { container, rerender } = render(<Announcer newest={cheer(1)} clock={clock} />);
    rerender(<Announcer newest={cheer(500)} clock={clock} />);
    await act(() => clock.advance(0));
    expect(container.textContent).toBe('Demo_Viewer cheered 500 bits');
  });

  it('does not announce a row again when announced events are grouped into it', async () => {
    const clock = createFakeClock();
    const [older, newest] = [cheer(1), cheer(2)];
    const { container, rerender } = render(<Announcer newest={older} clock={clock} />);
    rerender(<Announcer newest={newest} clock={clock} />);
    await act(() => clock.advance(0));
    rerender(<Announcer newest={{ ...cheer(3), lastSeq: newest.lastSeq }} clock={clock} />);
    await act(() => clock.advance(10 * SECOND));
    expect(container.textContent).toContain('2 bits');
  });

  it('announces only the last of many simultaneous events', async () => {
    const clock = createFakeClock();
    const { container, rerender } = render(<Announcer newest={cheer(1)} clock={clock} />);
    rerender(<Announcer newest={cheer(2)} clock={clock} />);
    await act(() => clock.advance(0));
    for (const bits of [3, 4, 5]) rerender(<Announcer newest={cheer(bits)} clock={clock} />);
    await act(() => clock.advance(SECOND));
    expect(container.textContent).toContain('2 bits');
    await act(() => clock.advance(5 * SECOND));
    expect(container.textContent).toContain('5 bits');
  });
});
