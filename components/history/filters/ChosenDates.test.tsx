import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { setUpScreen } from '@/tests/support/screens/screen';
import type { GoTo } from '../view-props';
import { ChosenDates } from './ChosenDates';

setUpScreen();

it('says which dates a view is about, and changes them on request', async () => {
  const user = userEvent.setup();
  const go = vi.fn<GoTo>();
  const address = { ...WHOLE_HISTORY, from: '2026-11-10', until: '2026-11-18' };
  render(<ChosenDates address={address} go={go} />);
  const opener = screen.getByRole('button', { name: 'Nov 10, 2026 – Nov 17, 2026' });
  expect(screen.queryByRole('button', { name: 'Any date' })).toBeNull();
  await user.click(opener);
  expect(opener.getAttribute('aria-expanded')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Any date' }));
  expect(go).toHaveBeenCalledWith({ from: null, until: null });
});
