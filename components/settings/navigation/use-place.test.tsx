import { act, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUpScreen } from '@/tests/support/screens/screen';
import type { SectionId } from './sections';
import { usePlace } from './use-place';

setUpScreen();

function Shown({ start }: { start: SectionId | undefined }) {
  const place = usePlace(start);
  return <output>{place === undefined ? 'nowhere' : place.section}</output>;
}

const shown = () => screen.getByRole('status').textContent;

async function follow(hash: string): Promise<void> {
  await act(() => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });
}

beforeEach(() => {
  location.hash = '';
});

describe('the place in the options', () => {
  it('is the one that the address names, from the beginning', () => {
    location.hash = '#filters';
    render(<Shown start={undefined} />);
    expect(shown()).toBe('lists');
  });

  it('follows links, and stays where a link leads nowhere', async () => {
    render(<Shown start="account" />);
    await follow('#receiving');
    expect(shown()).toBe('receiving');
    await follow('#nowhere');
    expect(shown()).toBe('receiving');
  });

  it('is decided once if the address names none', () => {
    const { rerender } = render(<Shown start={undefined} />);
    expect(shown()).toBe('nowhere');
    rerender(<Shown start="application" />);
    expect(shown()).toBe('application');
    rerender(<Shown start="account" />);
    expect(shown()).toBe('application');
  });
});
