import { useId } from 'preact/hooks';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { StandCards } from '@/components/stand/StandCards';
import { t } from '@/lib/i18n/text';
import { panelChoiceItem, type Stand } from '@/lib/settings/panel-choice';
import styles from './StandChoice.module.css';

/** The choice where the panel stands on Twitch's page. It applies to all layouts. */
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
      <StandCards isExplained chosen={chosen} onChoose={(stand) => void store(stand)} />
    </fieldset>
  );
}

async function store(stand: Stand): Promise<void> {
  const choice = await panelChoiceItem.getValue();
  await panelChoiceItem.setValue({ ...choice, stand: { normal: stand, theater: stand } });
}
