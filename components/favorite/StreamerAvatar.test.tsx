import { fireEvent, render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { sanitize } from '@/lib/domain/untrusted-text';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { setUpScreen } from '@/tests/support/screens/screen';
import { StreamerAvatar } from './StreamerAvatar';

setUpScreen();

const TWITCH_PICTURE = 'https://static-cdn.jtvnw.net/jtv_user_pictures/a.png';

describe('StreamerAvatar', () => {
  it('shows a picture from Twitch', () => {
    const { container } = render(<StreamerAvatar name="Ada" url={TWITCH_PICTURE} size={24} />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe(TWITCH_PICTURE);
  });

  it.each([
    '',
    'https://elsewhere.example/a.png',
    'https://static-cdn.jtvnw.net.evil.example/a.png',
    'https://static-cdn.jtvnw.net@evil.example/a.png',
    'https://static-cdn.jtvnw.net:8443/a.png',
    'https://www.twitch.tv/a.png',
    'http://static-cdn.jtvnw.net/a.png',
    '//static-cdn.jtvnw.net/a.png',
    ' https://evil.example/https://static-cdn.jtvnw.net/',
    'javascript:alert(1)//https://static-cdn.jtvnw.net/',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'blob:https://static-cdn.jtvnw.net/5',
    'chrome-extension://abc/icon.png',
  ])('does not load a picture from elsewhere: "%s"', (url) => {
    const { container } = render(<StreamerAvatar name="ada" url={url} size={24} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('A');
  });

  it.each(Object.values(HOSTILE_TEXTS))('shows one character of a hostile name: %s', (name) => {
    const { container } = render(<StreamerAvatar name={name} url={name} size={24} />);
    expect(container.querySelectorAll('*')).toHaveLength(1);
    expect(sanitize(name).trim().toUpperCase()).toContain(container.textContent);
    expect(Array.from(container.textContent ?? '')).toHaveLength(1);
  });

  it('shows the first letter when the picture does not load', () => {
    const { container } = render(<StreamerAvatar name="çelebi" url={TWITCH_PICTURE} size={24} />);
    const image = container.querySelector('img');
    if (image !== null) fireEvent.error(image);
    expect(container.textContent).toBe('Ç');
  });
});
