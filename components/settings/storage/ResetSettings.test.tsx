import { render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import { readSettings, storeSettings } from '@/lib/settings/settings';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { ResetSettings } from './ResetSettings';

setUpScreen();

const DARK = { ...DEFAULT_APPEARANCE, theme: 'dark' as const };
const appearance = async () => (await readSettings()).appearance;

it('asks before it resets the settings, and brings them back', async () => {
  await storeSettings({ appearance: DARK });
  render(<ResetSettings />);
  const open = screen.getByRole('button', { name: 'Reset all settings' });
  await userEvent.click(open);
  const dialog = screen.getByRole('dialog', { name: 'Reset all settings?' });
  expect(await appearance()).toEqual(DARK);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reset' }));
  await screen.findByText('All settings have their defaults.');
  expect(await appearance()).toEqual(DEFAULT_APPEARANCE);

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Your settings are back.');
  await until(async () => expect(await appearance()).toEqual(DARK));
  expect(document.activeElement).toBe(open);
});
