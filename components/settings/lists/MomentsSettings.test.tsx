import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { readSettings, storeSettings } from '@/lib/settings/settings';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { ListsSection } from './ListsSection';

setUpScreen();

const moments = async () => (await readSettings()).moments;
const box = (name: string) => screen.getByRole('spinbutton', { name });

beforeEach(async () => {
  await storeSettings({ moments: DEFAULT_MOMENTS });
  render(<ListsSection send={fakeSend()} />);
  await screen.findByRole('region', { name: 'Moments' });
});

describe('the sizes of moments', () => {
  it.each([
    ['Subs gifted at once', 'gifts', '50', 50],
    ['Viewers of a raid', 'viewers', '9999999999', 1_000_000],
    ['Bits of a cheer', 'bits', '2.6', 3],
  ])('are stored when the box is left: %s', async (name, size, typed, stored) => {
    await userEvent.clear(box(name));
    await userEvent.type(box(name), `${typed}{Enter}`);
    await userEvent.tab();
    await until(async () => expect(await moments()).toHaveProperty(`sizes.${size}`, stored));
  });

  it('stay as they are where no size was entered', async () => {
    await userEvent.clear(box('Bits of a cheer'));
    await userEvent.type(box('Bits of a cheer'), '0');
    await userEvent.tab();
    expect(box('Bits of a cheer')).toHaveProperty('value', '5000');
    expect(await moments()).toEqual(DEFAULT_MOMENTS);
  });

  it('can be those of the channel, and can be reset', async () => {
    await userEvent.click(screen.getByRole('switch', { name: /channel's own largest/ }));
    await until(async () => expect((await moments()).isByChannel).toBe(true));
    await userEvent.click(screen.getByRole('button', { name: 'Reset moments' }));
    await until(async () => expect(await moments()).toEqual(DEFAULT_MOMENTS));
  });
});
