import { useId } from 'preact/hooks';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { t } from '@/lib/i18n/text';
import { panelChoiceItem, type Stand } from '@/lib/settings/panel-choice';
import styles from './StandChoice.module.css';
import { StandPicture } from './StandPicture';

const STANDS = [
  { stand: 'beside', name: 'welcome.watch.beside', why: 'welcome.watch.beside_why' },
  { stand: 'chat', name: 'welcome.watch.chat', why: 'welcome.watch.chat_why' },
  { stand: 'floating', name: 'welcome.watch.floating', why: 'welcome.watch.floating_why' },
  { stand: 'tab', name: 'welcome.watch.tab', why: 'welcome.watch.tab_why' },
] as const;

/** The choice where the panel stands on Twitch's page, as pictures. It applies to all layouts. */
export function StandChoice() {
  const id = useId();
  const chosen = useStorageItem(panelChoiceItem)?.stand?.normal ?? 'beside';
  return (
    <fieldset class={styles.choice} aria-describedby={id}>
      <legend class={styles.legend}>
        <h2>{t('welcome.watch.stand')}</h2>
      </legend>
      <p id={id} class={styles.why}>
        {t('welcome.watch.stand_why')}
      </p>
      <div class={styles.cards}>
        {STANDS.map(({ stand, name, why }) => (
          <label key={stand} class={styles.card}>
            <StandPicture stand={stand} />
            <span class={styles.line}>
              <input
                class={styles.radio}
                type="radio"
                name={id}
                value={stand}
                checked={stand === chosen}
                aria-labelledby={`${id}-${stand}`}
                aria-describedby={`${id}-${stand}-why`}
                onChange={() => void store(stand)}
              />
              <span id={`${id}-${stand}`} class={styles.name}>
                {t(name)}
              </span>
            </span>
            <span id={`${id}-${stand}-why`} class={styles.about}>
              {t(why)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

async function store(stand: Stand): Promise<void> {
  const choice = await panelChoiceItem.getValue();
  await panelChoiceItem.setValue({ ...choice, stand: { normal: stand, theater: stand } });
}
