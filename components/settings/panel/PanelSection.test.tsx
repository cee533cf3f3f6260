import { render, screen, within } from '@testing-library/preact';
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
  const layout = async (name: string) => within(await screen.findByRole('group', { name }));
  const theater = await layout('Theater mode');
  expect(theater.getByRole('radio', { name: 'Tab only' })).toHaveProperty('checked', true);
  const normal = await layout('Normal layout');
  expect(normal.getByRole('radio', { name: 'Beside the chat' })).toHaveProperty('checked', true);
  await userEvent.click(normal.getByRole('radio', { name: 'Floating' }));
  await until(async () =>
    expect(await panelChoiceItem.getValue()).toEqual({
      elsewhere: 'open',
      stand: { normal: 'floating', theater: 'tab' },
    }),
  );
});

it('stores how the panel is over the video', async () => {
  render(<PanelSection />);
  const opacity = await screen.findByRole('combobox', { name: 'Over the video' });
  await userEvent.selectOptions(opacity, 'More see-through');
  await userEvent.click(screen.getByRole('switch', { name: 'Moments in fullscreen' }));
  await until(async () =>
    expect(await panelChoiceItem.getValue()).toEqual({
      opacity: 85,
      showsMomentsInFullscreen: true,
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
