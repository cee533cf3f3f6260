import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Reply } from '@/lib/messaging/protocol';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aSuggestion } from '@/tests/support/builders/suggestions';
import { createFakeClock, settled } from '@/tests/support/fakes/fake-clock';
import { setUpScreen } from '@/tests/support/screens/screen';
import { FavoriteForm } from './FavoriteForm';

setUpScreen();

type SuggestReply = Reply<Suggestion[]>;

/** Waits until the effects of typing have run: Preact runs them after the next frame. */
const afterPaint = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Renders the form. The test controls the time and the replies; saving waits for `confirmed`. */
async function open(confirmed = Promise.resolve()) {
  const clock = createFakeClock();
  const saved: string[] = [];
  const requests: { query: string; reply: (reply: SuggestReply) => Promise<void> }[] = [];
  const suggest = (query: string) => {
    const { promise, resolve } = Promise.withResolvers<SuggestReply>();
    requests.push({
      query,
      reply: (reply) =>
        act(async () => {
          resolve(reply);
          await settled();
        }),
    });
    return promise;
  };
  const setFavorite = async (userName: string) => {
    saved.push(userName);
    await confirmed;
    return { ok: true, value: DEMO_STREAMER } as const;
  };
  render(
    <FavoriteForm
      favorite={DEMO_STREAMER}
      setFavorite={setFavorite}
      suggest={suggest}
      clock={clock}
    />,
  );
  const user = userEvent.setup();
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Favorite streamer' });
  await user.clear(box);
  const pause = async () => {
    await afterPaint();
    await act(() => clock.advance(200));
  };
  return { user, box, requests, saved, pause };
}

const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const suggesting = (...logins: string[]): SuggestReply => ({
  ok: true,
  value: logins.map((login) => aSuggestion(login)),
});

describe('FavoriteForm: suggestions', () => {
  it('are requested once for each pause in typing', async () => {
    const { user, box, requests, pause } = await open();
    await user.type(box, 'tea');
    expect(requests).toEqual([]);
    await pause();
    await user.type(box, '_');
    await user.type(box, 't ');
    await pause();
    expect(requests.map(({ query }) => query)).toEqual(['tea', 'tea_t']);
  });

  it('are not requested for an empty box', async () => {
    const { user, box, requests, pause } = await open();
    await user.type(box, ' ');
    await pause();
    expect(requests).toEqual([]);
  });

  it('show picture, name, a differing login and a live badge, all as text', async () => {
    const { user, box, requests, pause } = await open();
    await user.type(box, 'th');
    await pause();
    const thalassa = { name: 'Θάλασσα', isLive: true };
    await requests[0]?.reply({
      ok: true,
      value: [
        aSuggestion('thalassa_gr', thalassa),
        aSuggestion('theo', { name: 'Theo' }),
        aSuggestion('thief', { name: '<img src=x>' }),
      ],
    });
    expect(options()).toEqual(['ΘΘάλασσα thalassa_grLive', 'TTheo', '<<img src=x> thief']);
    expect(screen.getByText('3 channels suggested')).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  it('fill in and save the chosen channel', async () => {
    const { user, box, requests, saved, pause } = await open();
    await user.type(box, 'te');
    await pause();
    await requests[0]?.reply(suggesting('tea', 'tempo'));
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(saved).toEqual(['tempo']);
    expect(options()).toEqual([]);
  });

  it('are never replaced by those for an earlier text', async () => {
    const { user, box, requests, pause } = await open();
    await user.type(box, 'te');
    await pause();
    await user.type(box, 'a');
    await pause();
    await requests[1]?.reply(suggesting('tea'));
    await requests[0]?.reply(suggesting('tempo'));
    expect(options()).toEqual(['Ttea']);
  });

  it('keep the active option when they change', async () => {
    const { user, box, requests, pause } = await open();
    await user.type(box, 'te');
    await pause();
    await requests[0]?.reply(suggesting('tempo', 'tea'));
    await user.type(box, 'a');
    await pause();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await requests[1]?.reply(suggesting('tea', 'teapot'));
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Ttea');
  });

  it('stay empty when the request fails', async () => {
    const { user, box, requests, saved, pause } = await open();
    await user.type(box, 'tea');
    await pause();
    await requests[0]?.reply({ ok: false, problem: 'unreachable' });
    expect(options()).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{Enter}');
    expect(saved).toEqual(['tea']);
  });

  it.each([
    ['saved', '{Enter}'],
    ['emptied', '{Backspace}{Backspace}{Backspace}'],
    ['left', '{Tab}'],
  ])('are not shown after the box was %s', async (_action, keys) => {
    const { user, box, requests, pause } = await open();
    await user.type(box, 'tea');
    await pause();
    await user.keyboard(keys);
    await requests[0]?.reply(suggesting('tea'));
    expect(options()).toEqual([]);
  });

  it('are not requested when the name is saved before the pause', async () => {
    const { user, box, requests, saved, pause } = await open();
    await user.type(box, 'tea');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await pause();
    expect(saved).toEqual(['tea']);
    expect(requests).toEqual([]);
  });
});

it('keeps the text that is typed while the previous name is being saved', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { user, box, saved } = await open(promise);
  await user.type(box, 'tea{Enter}');
  await user.clear(box);
  await user.type(box, 'tempo');
  await act(async () => {
    resolve();
    await settled();
  });
  expect(saved).toEqual(['tea']);
  expect(box.value).toBe('tempo');
});
