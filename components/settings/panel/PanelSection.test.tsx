import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { readSettings } from '@/lib/settings/settings';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { PanelSection } from './PanelSection';

setUpScreen();

it('stores where the panel is for each layout', async () => {
  await panelChoiceItem.setValue({ elsewhere: 'open', stand: { theater: 'tab' } });
  render(<PanelSection />);
  const normal = await screen.findByRole('combobox', { name: 'Normal layout' });
  expect(screen.getByRole('combobox', { name: 'Theater mode' })).toHaveProperty('value', 'tab');
  await userEvent.selectOptions(normal, 'Floating');
  await until(async () =>
    expect(await panelChoiceItem.getValue()).toEqual({
      elsewhere: 'open',
      stand: { normal: 'floating', theater: 'tab' },
    }),
  );
});

it('shows another text size and theme at once', async () => {
  render(<PanelSection />);
  await userEvent.selectOptions(
    await screen.findByRole('combobox', { name: 'Text size' }),
    'Larger',
  );
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Dark');
  const page = document.documentElement;
  await until(() => expect(page.dataset).toMatchObject({ textSize: 'larger', theme: 'dark' }));
  await until(async () =>
    expect((await readSettings()).appearance).toEqual({ textSize: 'larger', theme: 'dark' }),
  );
});
