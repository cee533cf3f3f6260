import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Reply } from '@/lib/messaging/protocol';
import { MINUTE } from '@/lib/time';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { setUpScreen } from '@/tests/support/screens/screen';
import { MarkAll } from './MarkAll';

setUpScreen();

const done = <Value,>(value: Value): Reply<Value> => ({ ok: true, value });

function show({ undone = done(true) }: { undone?: Reply<boolean> } = {}) {
  const clock = createFakeClock();
  const markAll = vi.fn<() => Promise<Reply<null>>>(async () => done(null));
  const undo = vi.fn<() => Promise<Reply<boolean>>>(async () => undone);
  const bar = (hasUnseen: boolean) => <MarkAll {...{ hasUnseen, markAll, undo, clock }} />;
  const { rerender, container } = render(bar(true));
  const change = (hasUnseen: boolean) => rerender(bar(hasUnseen));
  return { clock, markAll, undo, change, container, user: userEvent.setup() };
}

const button = (name: string) => screen.findByRole('button', { name });

it('marks all as seen, and takes that back with the same button', async () => {
  const { markAll, undo, change, user } = show();
  await user.click(await button('Mark all as seen'));
  expect(markAll).toHaveBeenCalledTimes(1);
  change(false);
  expect(screen.getByText('All marked as seen')).toBeDefined();
  const undoing = await button('Undo');
  expect(document.activeElement).toBe(undoing);
  await user.click(undoing);
  expect(undo).toHaveBeenCalledTimes(1);
  // It keeps the focus until the rows are unseen again.
  expect(document.activeElement).toBe(await button('Mark all as seen'));
  expect(screen.queryByText('All marked as seen')).toBeNull();
});

it('says if it is too late to take it back', async () => {
  const { user } = show({ undone: done(false) });
  await user.click(await button('Mark all as seen'));
  await user.click(await button('Undo'));
  expect(await screen.findByText("That can't be undone any more.")).toBeDefined();
});

it('says why a command failed', async () => {
  const { user } = show({ undone: { ok: false, problem: 'unreachable' } });
  await user.click(await button('Mark all as seen'));
  await user.click(await button('Undo'));
  expect((await screen.findByRole('alert')).textContent).toContain('Reload this page');
});

it('is there only while something is unseen, and offers to undo for five minutes', async () => {
  const { clock, change, container, user } = show();
  change(false);
  expect(container.textContent).toBe('');
  change(true);
  await user.click(await button('Mark all as seen'));
  change(false);
  await button('Undo');
  await clock.advance(5 * MINUTE);
  await vi.waitFor(() => expect(container.textContent).toBe(''));
});
