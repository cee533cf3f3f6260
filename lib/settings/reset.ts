import { type PanelChoice, panelChoiceItem } from './panel-choice';
import { parseSettings, readSettings, type Settings, storeSettings } from './settings';

/** What the user has chosen for everything. */
export interface StoredChoices {
  settings: Settings;
  panel: PanelChoice;
}

/**
 * Sets all settings to their defaults, and returns those before. The history stays: so does how long
 * it is kept, because a shorter time would delete a part of it. The streamers stay, too, with what is
 * chosen for each. Throws the errors of the browser's storage.
 */
export async function resetChoices(): Promise<StoredChoices> {
  const before = { settings: await readSettings(), panel: await panelChoiceItem.getValue() };
  const { retention: _, ...defaults } = parseSettings({});
  await storeSettings(defaults);
  await panelChoiceItem.setValue({});
  return before;
}

/** Stores choices again after they were reset. Throws the errors of the browser's storage. */
export async function storeChoices({ settings, panel }: StoredChoices): Promise<void> {
  const { retention: _, ...others } = settings;
  await storeSettings(others);
  await panelChoiceItem.setValue(panel);
}
