import { act, render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { aCheer } from '@/tests/support/events';
import { createFakeClock } from '@/tests/support/fake-clock';
import { aView } from '@/tests/support/rows';
import { setUpScreen } from '@/tests/support/screen';
import { Announcer } from './Announcer';

setUpScreen();

const cheer = (bits: number) => aView(aCheer({}, bits));

describe('Announcer', () => {
  it('says nothing of what was there before', async () => {
    const clock = createFakeClock();
    const { container } = render(<Announcer newest={cheer(1)} clock={clock} />);
    await act(() => clock.advance(10 * SECOND));
    expect(container.textContent).toBe('');
  });

  it('tells the newest event', async () => {
    const clock = createFakeClock();
    const { container, rerender } = render(<Announcer newest={cheer(1)} clock={clock} />);
    rerender(<Announcer newest={cheer(500)} clock={clock} />);
    await act(() => clock.advance(0));
    expect(container.textContent).toBe('Demo_Viewer cheered 500 bits');
  });

  it('says nothing when events it has told are folded into an older row', async () => {
    const clock = createFakeClock();
    const [older, newest] = [cheer(1), cheer(2)];
    const { container, rerender } = render(<Announcer newest={older} clock={clock} />);
    rerender(<Announcer newest={newest} clock={clock} />);
    await act(() => clock.advance(0));
    rerender(<Announcer newest={{ ...cheer(3), lastSeq: newest.lastSeq }} clock={clock} />);
    await act(() => clock.advance(10 * SECOND));
    expect(container.textContent).toContain('2 bits');
  });

  it('tells only the last of many that come at once', async () => {
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
