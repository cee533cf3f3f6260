import { Sentence } from '@/components/text/Sentence';
import { t } from '@/components/text/text';
import { Icon } from '@/components/ui/Icon';
import { chevronDown } from '@/components/ui/icons';
import type { Person } from '@/lib/domain/event';
import type { Told } from '@/lib/domain/telling';
import styles from './Recipients.module.css';

interface RecipientsProps {
  recipients: readonly Person[];
  /** How many of them are known. */
  told: Told;
}

/** Who was given a sub in a gift bomb, folded away until asked for. */
export function Recipients({ recipients, told }: RecipientsProps) {
  return (
    <details class={styles.details}>
      <summary class={styles.summary}>
        <Sentence told={told} />
        <Icon of={chevronDown} size={13} class={styles.chevron} />
      </summary>
      <ul class={styles.names} role="list">
        {recipients.map((person, index) => (
          <li key={person.id ?? index} class={styles.name}>
            <bdi>{person.name ?? person.login ?? t('someone.viewer')}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
