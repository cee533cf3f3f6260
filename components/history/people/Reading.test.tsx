import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fakes/fake-clock';
import { setUpScreen } from '@/tests/support/screens/screen';
import { Reading } from './Reading';

setUpScreen();

function readingIn(heading: HTMLHeadingElement) {
  heading.tabIndex = -1;
  document.body.append(heading);
  const span = { from: START, until: START + 4 * MINUTE };
  const props = { span, go: () => undefined, heading: { current: heading } };
  const { unmount } = render(<Reading {...props} upTo={START + MINUTE} />);
  return unmount;
}

it('says how far it is', () => {
  readingIn(document.createElement('h2'));
  expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.25);
});

it('leaves the focus of its button to the heading when it goes, and no other', () => {
  const heading = document.createElement('h2');
  const unmount = readingIn(heading);
  screen.getByRole('button', { name: 'Show all dates' }).focus();
  unmount();
  expect(document.activeElement).toBe(heading);
  heading.blur();
  readingIn(heading)();
  expect(document.activeElement).toBe(document.body);
});
