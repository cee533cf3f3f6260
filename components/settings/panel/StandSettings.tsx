import { Select } from '@/components/ui/form/Select';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import {
  type PageLayout,
  type PanelChoice,
  panelChoiceItem,
  type Stand,
} from '@/lib/settings/panel-choice';

const LAYOUTS: readonly (readonly [PageLayout, MessageKey])[] = [
  ['normal', 'options.panel.normal'],
  ['theater', 'options.panel.theater'],
];

const STANDS: readonly (readonly [Stand, MessageKey])[] = [
  ['beside', 'options.panel.beside'],
  ['chat', 'options.panel.chat'],
  ['floating', 'options.panel.floating'],
  ['tab', 'options.panel.tab'],
];

/** The part about where the panel stands on Twitch's page, in each layout of the page. */
export function StandSettings({ choice }: { choice: PanelChoice }) {
  return (
    <section class="card" aria-labelledby="stand-title">
      <h3 id="stand-title">{t('options.panel.title')}</h3>
      <p>{t('options.panel.why')}</p>
      <div class="fields">
        {LAYOUTS.map(([layout, label]) => (
          <Select
            key={layout}
            label={t(label)}
            value={choice.stand?.[layout] ?? 'beside'}
            options={STANDS.map(([value, text]) => ({ value, text: t(text) }))}
            onChoose={(stand) => void store(layout, stand)}
          />
        ))}
      </div>
    </section>
  );
}

async function store(layout: PageLayout, stand: Stand): Promise<void> {
  const now = await panelChoiceItem.getValue();
  await panelChoiceItem.setValue({ ...now, stand: { ...now.stand, [layout]: stand } });
}
