import { StandCards } from '@/components/stand/StandCards';
import { Select } from '@/components/ui/form/Select';
import { Switch } from '@/components/ui/form/Switch';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import {
  type Opacity,
  type PageLayout,
  type PanelChoice,
  panelChoiceItem,
  type Stand,
} from '@/lib/settings/panel-choice';
import styles from './StandSettings.module.css';

const LAYOUTS: readonly (readonly [PageLayout, MessageKey])[] = [
  ['normal', 'options.panel.normal'],
  ['theater', 'options.panel.theater'],
];

const OPACITIES: readonly (readonly [Opacity, MessageKey])[] = [
  [100, 'stand.solid'],
  [92, 'stand.hazy'],
  [85, 'stand.clear'],
];

/** The part about where the panel is on Twitch's page, in each layout, and over the video. */
export function StandSettings({ choice }: { choice: PanelChoice }) {
  return (
    <section class="card" aria-labelledby="stand-title">
      <h3 id="stand-title">{t('options.panel.title')}</h3>
      <p>{t('options.panel.why')}</p>
      {LAYOUTS.map(([layout, title]) => (
        <StandOfLayout
          key={layout}
          title={t(title)}
          chosen={choice.stand?.[layout] ?? 'beside'}
          onChoose={(stand) => void change((now) => ({ stand: { ...now.stand, [layout]: stand } }))}
        />
      ))}
      <Select
        label={t('stand.opacity')}
        value={String(choice.opacity ?? 100)}
        options={OPACITIES.map(([value, text]) => ({ value: String(value), text: t(text) }))}
        onChoose={(value) => {
          const opacity = OPACITIES.find(([percent]) => String(percent) === value)?.[0];
          if (opacity !== undefined) void change(() => ({ opacity }));
        }}
      />
      <Switch
        label={t('options.panel.fullscreen')}
        description={t('options.panel.fullscreen_why')}
        isOn={choice.showsMomentsInFullscreen === true}
        onChange={(isOn) => void change(() => ({ showsMomentsInFullscreen: isOn }))}
      />
    </section>
  );
}

interface StandOfLayoutProps {
  title: string;
  chosen: Stand;
  onChoose: (stand: Stand) => void;
}

function StandOfLayout({ title, ...cards }: StandOfLayoutProps) {
  return (
    <fieldset class={styles.layout}>
      <legend class={styles.title}>{title}</legend>
      <StandCards {...cards} />
    </fieldset>
  );
}

async function change(by: (now: PanelChoice) => Partial<PanelChoice>): Promise<void> {
  const now = await panelChoiceItem.getValue();
  await panelChoiceItem.setValue({ ...now, ...by(now) });
}
