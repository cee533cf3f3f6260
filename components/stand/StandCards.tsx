import { useId } from 'preact/hooks';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import type { Stand } from '@/lib/settings/panel-choice';
import styles from './StandCards.module.css';
import { StandPicture } from './StandPicture';

const STANDS: readonly { stand: Stand; name: MessageKey; why: MessageKey }[] = [
  { stand: 'beside', name: 'stand.beside', why: 'welcome.watch.beside_why' },
  { stand: 'chat', name: 'stand.chat', why: 'welcome.watch.chat_why' },
  { stand: 'floating', name: 'stand.floating', why: 'welcome.watch.floating_why' },
  { stand: 'tab', name: 'stand.tab', why: 'welcome.watch.tab_why' },
];

interface StandCardsProps {
  chosen: Stand;
  /** Says what each of them is, too. */
  isExplained?: boolean;
  onChoose: (stand: Stand) => void;
}

/** The ways in which the panel can stand on Twitch's page, as pictures to choose from. */
export function StandCards({ chosen, isExplained = false, onChoose }: StandCardsProps) {
  const id = useId();
  return (
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
              aria-describedby={isExplained ? `${id}-${stand}-why` : undefined}
              onChange={() => onChoose(stand)}
            />
            <span id={`${id}-${stand}`} class={styles.name}>
              {t(name)}
            </span>
          </span>
          {isExplained && (
            <span id={`${id}-${stand}-why`} class={styles.about}>
              {t(why)}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
