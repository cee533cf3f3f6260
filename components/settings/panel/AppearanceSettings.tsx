import { useEffect } from 'preact/hooks';
import { showAppearance } from '@/components/appearance/follow-appearance';
import { NotSaved } from '@/components/settings/NotSaved';
import { useChange } from '@/components/settings/use-change';
import { Select } from '@/components/ui/form/Select';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import {
  type Appearance,
  TEXT_SIZES,
  type TextSize,
  THEMES,
  type Theme,
} from '@/lib/domain/view/appearance';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import { changeAppearance } from '@/lib/settings/settings';

const SIZE_TEXTS: Readonly<Record<TextSize, MessageKey>> = {
  normal: 'options.appearance.normal',
  large: 'options.appearance.large',
  larger: 'options.appearance.larger',
};

const THEME_TEXTS: Readonly<Record<Theme, MessageKey>> = {
  twitch: 'options.appearance.twitch',
  light: 'options.appearance.light',
  dark: 'options.appearance.dark',
};

/** The part about how all screens look. A change is on screen at once. */
export function AppearanceSettings({ appearance }: { appearance: Appearance }) {
  const part = useScrollTarget('appearance', true);
  const { store, problem } = useChange();
  const { textSize, theme } = appearance;
  // Not only after the background has told all screens.
  useEffect(() => showAppearance({ textSize, theme }), [textSize, theme]);
  return (
    <section class="card" id="appearance" aria-labelledby="appearance-title" ref={part}>
      <h3 id="appearance-title" tabIndex={-1}>
        {t('options.appearance.title')}
      </h3>
      <p>{t('options.appearance.why')}</p>
      <div class="fields">
        <Select
          label={t('options.appearance.text_size')}
          value={textSize}
          options={TEXT_SIZES.map((value) => ({ value, text: t(SIZE_TEXTS[value]) }))}
          onChoose={(value) => void store(() => changeAppearance({ textSize: value }))}
        />
        <Select
          label={t('options.appearance.theme')}
          value={theme}
          options={THEMES.map((value) => ({ value, text: t(THEME_TEXTS[value]) }))}
          onChoose={(value) => void store(() => changeAppearance({ theme: value }))}
        />
      </div>
      <p class="hint">{t('options.appearance.system')}</p>
      {problem !== null && <NotSaved problem={problem} />}
    </section>
  );
}
