import { fireEvent, render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { setUpScreen } from '@/tests/support/screen';
import { Avatar } from './Avatar';

setUpScreen();

const TWITCH = 'https://static-cdn.jtvnw.net/jtv_user_pictures/a.png';

describe('Avatar', () => {
  it('shows a picture of Twitch', () => {
    const { container } = render(<Avatar name="Ada" url={TWITCH} size={24} />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe(TWITCH);
  });

  it.each([
    '',
    'https://elsewhere.example/a.png',
    'https://static-cdn.jtvnw.net.evil.example/a.png',
  ])('asks nobody but Twitch: "%s"', (url) => {
    const { container } = render(<Avatar name="ada" url={url} size={24} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('A');
  });

  it('falls back to the initial when the picture does not load', () => {
    const { container } = render(<Avatar name="çelebi" url={TWITCH} size={24} />);
    const image = container.querySelector('img');
    if (image !== null) fireEvent.error(image);
    expect(container.textContent).toBe('Ç');
  });
});
