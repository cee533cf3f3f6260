import { render, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { useFirstScreen } from './use-first-screen';

const ROWS = Array.from({ length: 50 }, (_, index) => index);

it.each([
  [false, [24, 50]],
  [true, [50]],
])(
  'renders one screen of rows and then all, or all at once if they are needed: %s',
  async (areAllNeeded, expected) => {
    const lengths: number[] = [];
    function List() {
      lengths.push(useFirstScreen(ROWS, areAllNeeded).length);
      return null;
    }
    render(<List />);
    await waitFor(() => expect(lengths).toEqual(expected));
  },
);
