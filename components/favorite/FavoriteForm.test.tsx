import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Reply } from '@/lib/messaging/protocol';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeClock, settled } from '@/tests/support/fake-clock';
import { setUpScreen } from '@/tests/support/screen';
import { aSuggestion } from '@/tests/support/suggestions';
import { FavoriteForm } from './FavoriteForm';

setUpScreen();

type Answer = Reply<Suggestion[]>;

/** Until effects of what was typed have run, which is after the next frame. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The form, with time and answers in the hands of the test. Names are saved once `confirmed`. */
async function open(confirmed = Promise.resolve()) {
  const clock = createFakeClock();
  const saved: string[] = [];
  const questions: { query: string; answer: (answer: Answer) => Promise<void> }[] = [];
  const suggest = (query: string) => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    questions.push({
      query,
      answer: (answer) =>
        act(async () => {
          resolve(answer);
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
    await painted();
    await act(() => clock.advance(200));
  };
  return { user, box, questions, saved, pause };
}

const suggested = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const found = (...logins: string[]): Answer => ({
  ok: true,
  value: logins.map((login) => aSuggestion(login)),
});

describe('suggestions', () => {
  it('are asked for once a pause in typing', async () => {
    const { user, box, questions, pause } = await open();
    await user.type(box, 'tea');
    expect(questions).toEqual([]);
    await pause();
    await user.type(box, '_');
    await user.type(box, 't ');
    await pause();
    expect(questions.map(({ query }) => query)).toEqual(['tea', 'tea_t']);
  });

  it('are not asked for an empty box', async () => {
    const { user, box, questions, pause } = await open();
    await user.type(box, ' ');
    await pause();
    expect(questions).toEqual([]);
  });

  it('show picture, name, login where it differs, and who is live; all as text', async () => {
    const { user, box, questions, pause } = await open();
    await user.type(box, 'th');
    await pause();
    const thalassa = { name: 'Θάλασσα', isLive: true };
    await questions[0]?.answer({
      ok: true,
      value: [
        aSuggestion('thalassa_gr', thalassa),
        aSuggestion('theo', { name: 'Theo' }),
        aSuggestion('thief', { name: '<img src=x>' }),
      ],
    });
    expect(suggested()).toEqual(['ΘΘάλασσα thalassa_grLive', 'TTheo', '<<img src=x> thief']);
    expect(screen.getByText('3 channels suggested')).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  it('fill in and save the one that is chosen', async () => {
    const { user, box, questions, saved, pause } = await open();
    await user.type(box, 'te');
    await pause();
    await questions[0]?.answer(found('tea', 'tempo'));
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(saved).toEqual(['tempo']);
    expect(suggested()).toEqual([]);
  });

  it('are never replaced by those for what was typed before', async () => {
    const { user, box, questions, pause } = await open();
    await user.type(box, 'te');
    await pause();
    await user.type(box, 'a');
    await pause();
    await questions[1]?.answer(found('tea'));
    await questions[0]?.answer(found('tempo'));
    expect(suggested()).toEqual(['Ttea']);
  });

  it('keep the option that was moved to when they change', async () => {
    const { user, box, questions, pause } = await open();
    await user.type(box, 'te');
    await pause();
    await questions[0]?.answer(found('tempo', 'tea'));
    await user.type(box, 'a');
    await pause();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await questions[1]?.answer(found('tea', 'teapot'));
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Ttea');
  });

  it('are simply absent when asking fails', async () => {
    const { user, box, questions, saved, pause } = await open();
    await user.type(box, 'tea');
    await pause();
    await questions[0]?.answer({ ok: false, problem: 'unreachable' });
    expect(suggested()).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{Enter}');
    expect(saved).toEqual(['tea']);
  });

  it.each([
    ['saved', '{Enter}'],
    ['emptied', '{Backspace}{Backspace}{Backspace}'],
    ['left', '{Tab}'],
  ])('do not come any more when the box was %s', async (_how, keys) => {
    const { user, box, questions, pause } = await open();
    await user.type(box, 'tea');
    await pause();
    await user.keyboard(keys);
    await questions[0]?.answer(found('tea'));
    expect(suggested()).toEqual([]);
  });

  it('are not asked for any more when the name was saved before the pause', async () => {
    const { user, box, questions, saved, pause } = await open();
    await user.type(box, 'tea');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await pause();
    expect(saved).toEqual(['tea']);
    expect(questions).toEqual([]);
  });
});

it('leaves what is typed while the name before is being saved', async () => {
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
