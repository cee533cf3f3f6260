import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { setUpScreen } from '@/tests/support/screens/screen';
import { ChooseFavorite, SignedOut } from './SetUp';

setUpScreen();

const command = () => ({ isBusy: false, problem: null, run: vi.fn<() => void>() });

it('says how far the set-up is, with a button that leads to it', async () => {
  const setUp = command();
  const signedOut = { signIn: command(), setUp, toOptions: command(), lastProblem: null };
  const { rerender } = render(<SignedOut {...signedOut} hasEnded={false} />);
  expect(screen.getByText('Step 1 of 3')).toBeDefined();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Open the set-up' }));
  expect(setUp.run).toHaveBeenCalledOnce();

  rerender(<ChooseFavorite channel={null} makeFavorite={command()} setUp={setUp} />);
  expect(screen.getByText('Step 2 of 3')).toBeDefined();

  rerender(<SignedOut {...signedOut} hasEnded />);
  expect(screen.queryByText(/^Step/)).toBeNull();
});
