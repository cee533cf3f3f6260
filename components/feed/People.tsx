import { Sentence } from '@/components/text/MessageText';
import { Foreign } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { chevronDown } from '@/components/ui/icons';
import type { Person } from '@/lib/domain/event/user';
import type { Told } from '@/lib/domain/wording/message';
import { t } from '@/lib/i18n/text';
import styles from './People.module.css';

interface PeopleProps {
  people: readonly Person[];
  /** How many of them there are. */
  told: Told;
}

/** The people of a row, folded away until asked for: recipients of a gift bomb, or who followed. */
export function People({ people, told }: PeopleProps) {
  return (
    <details class={styles.details}>
      <summary class={styles.summary}>
        <Sentence told={told} />
        <Icon of={chevronDown} size={13} class={styles.chevron} />
      </summary>
      {/* Not a list of its own: items of the list around it are what is counted and read out. */}
      <p class={styles.names}>
        {people.map((person, index) => (
          <Foreign
            key={person.id ?? index}
            class={styles.name}
            text={person.name ?? person.login ?? t('someone.viewer')}
          />
        ))}
      </p>
    </details>
  );
}
