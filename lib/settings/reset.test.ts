import { expect, it } from 'vitest';
import { DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { panelChoiceItem } from './panel-choice';
import { resetChoices, storeChoices } from './reset';
import { parseSettings, readSettings, storeSettings } from './settings';

const chosen = {
  ...parseSettings({}),
  retention: { days: null, events: null, makeRoom: true },
  moments: { ...DEFAULT_MOMENTS, isByChannel: true },
  appearance: { ...DEFAULT_APPEARANCE, theme: 'dark' as const },
};

it('sets everything to its default but how long the history is kept', async () => {
  await storeSettings(chosen);
  await panelChoiceItem.setValue({ stand: { normal: 'tab' } });
  await resetChoices();
  expect(await readSettings()).toEqual({ ...parseSettings({}), retention: chosen.retention });
  expect(await panelChoiceItem.getValue()).toEqual({});
});

it('can be undone, without a change that was made meanwhile to what was not reset', async () => {
  await storeSettings(chosen);
  await panelChoiceItem.setValue({ stand: { normal: 'tab' } });
  const before = await resetChoices();
  const retention = { days: 30, events: null, makeRoom: false };
  await storeSettings({ retention });
  await storeChoices(before);
  expect(await readSettings()).toEqual({ ...chosen, retention });
  expect(await panelChoiceItem.getValue()).toEqual({ stand: { normal: 'tab' } });
});
