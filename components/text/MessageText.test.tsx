import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { List } from '@/lib/domain/wording/message';
import { setUpScreen } from '@/tests/support/screens/screen';
import { MessageText } from './MessageText';

setUpScreen();

describe('MessageText', () => {
  it('shows names and numbers in bold', () => {
    const { container } = render(
      <MessageText
        message={{ message: 'event.cheer', count: 1500, params: { viewer: 'Ada', bits: 1500 } }}
      />,
    );
    expect(container.textContent).toBe('Ada cheered 1,500 bits');
    expect([...container.querySelectorAll('b')].map((b) => b.textContent)).toEqual([
      'Ada',
      '1,500',
    ]);
  });

  it.each([
    [1, 'Ada cheered 1 bit'],
    [0, 'Ada cheered 0 bits'],
    [2, 'Ada cheered 2 bits'],
  ])('chooses the plural form for %i', (bits, text) => {
    const { container } = render(
      <MessageText
        message={{ message: 'event.cheer', count: bits, params: { viewer: 'Ada', bits } }}
      />,
    );
    expect(container.textContent).toBe(text);
  });

  it.each([
    [45, '45 seconds'],
    [60, '1 minute'],
    [90, '90 seconds'],
    [7200, '2 hours'],
    [1_209_600, '14 days'],
  ])('formats %i seconds in the largest unit without a remainder', (seconds, text) => {
    const message = { message: 'event.ad_break.timed', params: { duration: { seconds } } } as const;
    const { container } = render(<MessageText message={message} />);
    expect(container.textContent).toBe(`Ad break of ${text}`);
  });

  it('shows untrusted text as text, never as markup', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { container } = render(
      <MessageText message={{ message: 'event.unraid', params: { streamer: hostile } }} />,
    );
    expect(screen.getByText(hostile)).toBeDefined();
    expect(container.querySelector('img')).toBeNull();
  });

  it('does not fill in placeholders inside a name', () => {
    const { container } = render(
      <MessageText
        message={{ message: 'event.cheer', count: 2, params: { viewer: '{bits}', bits: 2 } }}
      />,
    );
    expect(container.textContent).toBe('{bits} cheered 2 bits');
  });

  it('isolates the writing direction of a name', () => {
    render(<MessageText message={{ message: 'event.unraid', params: { streamer: 'שלום' } }} />);
    expect(screen.getByText('שלום').tagName).toBe('BDI');
  });

  it('isolates a name and its login from each other', () => {
    const viewer = { name: 'אמירה', login: 'amira_' };
    const { container } = render(
      <MessageText message={{ message: 'event.follow', params: { viewer } }} />,
    );
    expect(container.textContent).toBe('אמירה (amira_) followed');
    const pieces = [...container.querySelectorAll('b > bdi')];
    expect(pieces.map((piece) => [piece.textContent, piece.getAttribute('dir')])).toEqual([
      ['אמירה', null],
      ['amira_', 'ltr'],
    ]);
  });

  it('isolates each member of a list', () => {
    const choices: List = { list: ['תה', 'Tea'], join: 'and' };
    const { container } = render(
      <MessageText
        message={{ message: 'more.poll.draw', count: 2, params: { choices, votes: 2 } }}
      />,
    );
    expect(container.textContent).toBe('A draw of תה and Tea with 2 votes each');
    expect([...container.querySelectorAll('bdi')].map((piece) => piece.textContent)).toEqual(
      choices.list,
    );
  });

  it('shows lists, and messages inside messages', () => {
    const { container } = render(
      <MessageText
        message={{
          message: 'more.both',
          params: {
            first: { message: 'more.title_before', params: { title: 'Tea' } },
            second: {
              message: 'more.labels_before',
              params: { labels: { list: [{ message: 'label.gambling' }, 'Holograms'] } },
            },
          },
        }}
      />,
    );
    expect(container.textContent).toBe('Before: Tea · Before: Gambling, Holograms');
    expect([...container.querySelectorAll('b')].map((b) => b.textContent)).toEqual([
      'Tea',
      'Gambling, Holograms',
    ]);
  });

  it('looks up message parameters in the catalog', () => {
    const { container } = render(
      <MessageText
        message={{
          message: 'event.sub.prime',
          params: { viewer: { message: 'someone.viewer' }, tier: { message: 'tier.prime' } },
        }}
      />,
    );
    expect(container.textContent).toBe('Someone subscribed with Prime');
  });
});
