import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_NOTIFICATIONS } from '@/lib/domain/notification/choices';
import { changeRoster } from '@/lib/settings/roster';
import { changeNotifications, readSettings } from '@/lib/settings/settings';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { fakePermissions } from '@/tests/support/fakes/fake-permissions';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { NotificationSettings } from './NotificationSettings';

setUpScreen();

async function open({ isOn = false } = {}) {
  const permissions = fakePermissions();
  permissions.set(isOn);
  const send = fakeSend();
  await storeFeed(aFeed());
  await changeRoster('200', () => aRoster({ others: [listed(OTHER_STREAMER)] }));
  await changeNotifications(() => ({ ...DEFAULT_NOTIFICATIONS, isOn }));
  render(<NotificationSettings send={send} />);
  const mainSwitch = await screen.findByRole('switch', { name: 'Notify me' });
  return { permissions, send, mainSwitch, user: userEvent.setup() };
}

const stored = async () => (await readSettings()).notifications;
const check = (name: string) => screen.findByRole('checkbox', { name });

describe('the switch', () => {
  it('asks the browser, and shows the choices then', async () => {
    const { permissions, mainSwitch, user } = await open();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(mainSwitch);
    expect(await check('Stream begins')).toHaveProperty('checked', true);
    expect(permissions.asked).toBe(1);
    expect((await stored()).isOn).toBe(true);
    await user.click(mainSwitch);
    await until(() => expect(screen.queryByRole('checkbox')).toBeNull());
    expect((await stored()).isOn).toBe(false);
  });

  it('goes back with a sentence each time that the user refuses', async () => {
    const { permissions, mainSwitch, user } = await open();
    permissions.answer = false;
    for (const asked of [1, 2]) {
      await user.click(mainSwitch);
      expect((await screen.findByRole('alert')).textContent).toMatch(/does not allow/);
      expect(permissions.asked).toBe(asked);
      expect(mainSwitch).toHaveProperty('checked', false);
    }
    expect((await stored()).isOn).toBe(false);
  });

  it('says that the browser does not allow them any more, and asks again', async () => {
    const { permissions, mainSwitch, user } = await open({ isOn: true });
    await check('Raids');
    await act(() => permissions.set(false));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Notifications are on, but/);
    expect(mainSwitch).toHaveProperty('checked', false);
    await user.click(mainSwitch);
    await check('Raids');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the choices', () => {
  it('are stored, with the sizes of those that are on', async () => {
    const { user } = await open({ isOn: true });
    await user.click(await check('Polls'));
    const least = screen.getByRole('spinbutton', { name: 'Least viewers' });
    expect(least).toHaveProperty('value', '50');
    await user.clear(least);
    await user.type(least, '10');
    await user.tab();
    await user.click(await check('Cheers and power-ups'));
    await until(async () =>
      expect(await stored()).toEqual({
        isOn: true,
        choices: ['live', 'raids', 'gifts', 'polls'],
        least: { ...DEFAULT_NOTIFICATIONS.least, viewers: 10 },
      }),
    );
    expect(screen.queryByRole('spinbutton', { name: 'Least bits' })).toBeNull();
  });

  it('can be others for one streamer, or none', async () => {
    const { user, send } = await open({ isOn: true });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'For' }), '101');
    const select = await screen.findByRole('combobox', {
      name: `Notifications of ${OTHER_STREAMER.name}`,
    });
    expect(select).toHaveProperty('value', 'as_for_all');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.selectOptions(select, 'None');
    const { choices, least } = DEFAULT_NOTIFICATIONS;
    expect(send.sent.at(-1)).toEqual([
      'streamers/choose',
      { streamerId: '101', choices: { notifications: { choices: [], least } } },
    ]);
    await user.selectOptions(select, 'Chosen here');
    expect(send.sent.at(-1)).toEqual([
      'streamers/choose',
      { streamerId: '101', choices: { notifications: { choices, least } } },
    ]);
  });
});

it('shows an example of the favorite', async () => {
  const { user } = await open({ isOn: true });
  await user.click(await screen.findByRole('button', { name: 'Show an example' }));
  await until(() =>
    expect(Object.keys(fakeBrowser.notifications.getAllCreateOptions())).toEqual([
      'streamer:demo_streamer',
    ]),
  );
  await screen.findByText(/If nothing appears/);
});
