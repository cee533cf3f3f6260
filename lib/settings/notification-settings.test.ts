import { describe, expect, it } from 'vitest';
import { DEFAULT_NOTIFICATIONS, withNotified } from '@/lib/domain/notification/choices';
import { changeNotifications, parseSettings, readSettings } from './settings';

describe('the settings of notifications', () => {
  it('are off until the user switches them on', async () => {
    const { notifications } = await readSettings();
    expect(notifications).toEqual(DEFAULT_NOTIFICATIONS);
    expect(notifications.isOn).toBe(false);
  });

  it('keep all changes that are made at the same time', async () => {
    await Promise.all([
      changeNotifications(() => ({ isOn: true })),
      changeNotifications((now) => withNotified(now, 'polls', true)),
      changeNotifications((now) => withNotified(now, 'raids', false)),
    ]);
    expect((await readSettings()).notifications).toEqual({
      isOn: true,
      choices: ['live', 'gifts', 'cheers', 'polls'],
      least: DEFAULT_NOTIFICATIONS.least,
    });
  });

  it.each([
    ['nothing that can be read', 'all', DEFAULT_NOTIFICATIONS],
    ['only the switch', { isOn: true }, { ...DEFAULT_NOTIFICATIONS, isOn: true }],
    ['a switch that is a text', { isOn: 'yes' }, DEFAULT_NOTIFICATIONS],
    [
      'choices of a later version',
      { choices: ['live', 'holograms'] },
      { ...DEFAULT_NOTIFICATIONS, choices: ['live'] },
    ],
  ])('can be read if another version stored %s', (_what, notifications, expected) => {
    expect(parseSettings({ notifications }).notifications).toEqual(expected);
  });
});
