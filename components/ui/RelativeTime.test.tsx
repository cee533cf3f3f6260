import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { setUpScreen } from '@/tests/support/screens/screen';
import { RelativeTime } from './RelativeTime';

setUpScreen();

describe('RelativeTime', () => {
  it('shows how long ago, and the exact time as its tooltip', () => {
    const time = Date.now() - 3 * MINUTE;
    const { container } = render(<RelativeTime time={time} language="en" />);
    const element = container.querySelector('time');
    expect(element?.textContent).toBe('3 min. ago');
    expect(element?.getAttribute('datetime')).toBe(new Date(time).toISOString());
    expect(element?.title).not.toBe('');
  });
});
