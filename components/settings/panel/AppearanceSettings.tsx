import { useEffect } from 'preact/hooks';
import { showAppearance } from '@/components/appearance/follow-appearance';
import { NotSaved } from '@/components/settings/NotSaved';
import { useChange } from '@/components/settings/use-change';
import { Select } from '@/components/ui/form/Select';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { type Appearance, TEXT_SIZES, THEMES } from '@/lib/domain/view/appearance';
import { t } from '@/lib/i18n/text';
import { changeAppearance } from '@/lib/settings/settings';

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
          options={TEXT_SIZES.map((value) => ({
            value,
            text: t(`options.appearance.size.${value}`),
          }))}
          onChoose={(value) => void store(() => changeAppearance({ textSize: value }))}
        />
        <Select
          label={t('options.appearance.theme')}
          value={theme}
          options={THEMES.map((value) => ({ value, text: t(`options.appearance.${value}`) }))}
          onChoose={(value) => void store(() => changeAppearance({ theme: value }))}
        />
      </div>
      <p class="hint">{t('options.appearance.system')}</p>
      {problem !== null && <NotSaved problem={problem} />}
    </section>
  );
}
