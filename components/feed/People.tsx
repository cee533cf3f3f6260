import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { chevronDown } from '@/components/ui/icons';
import type { User } from '@/lib/domain/event/user';
import type { Message } from '@/lib/domain/wording/message';
import { t } from '@/lib/i18n/text';
import styles from './People.module.css';

interface PeopleProps {
  people: readonly User[];
  /** How many of them there are. */
  told: Message;
}

/** The people of a row, folded away until asked for: recipients of a gift bomb, or who followed. */
export function People({ people, told }: PeopleProps) {
  return (
    <details class={styles.details}>
      <summary class={styles.summary}>
        <MessageText told={told} />
        <Icon of={chevronDown} size={13} class={styles.chevron} />
      </summary>
      {/* Not a list of its own: items of the list around it are what is counted and read out. */}
      <p class={styles.names}>
        {people.map((person, index) => (
          <UntrustedText
            key={person.id ?? index}
            class={styles.name}
            text={person.name ?? person.login ?? t('someone.viewer')}
          />
        ))}
      </p>
    </details>
  );
}
