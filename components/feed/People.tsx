import { useState } from 'preact/hooks';
import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { chevronDown } from '@/components/ui/icons';
import { userUrl } from '@/lib/domain/channel/channel-url';
import type { Message } from '@/lib/domain/wording/message';
import { t } from '@/lib/i18n/text';
import styles from './People.module.css';

interface PeopleProps {
  people: readonly (string | null)[];
  /** The always visible text, for example the number of users. */
  summary: Message;
}

/**
 * Returns the address of the channel of a display name. Twitch lets users change its letter case only,
 * or choose a name in another script, which does not say the login.
 */
const urlOfName = (name: string): string | null =>
  /^\w+$/.test(name) ? userUrl(name.toLowerCase()) : null;

/**
 * The users of a row, such as the recipients of a gift bomb. Their names are folded at first, and
 * only rendered once unfolded: there may be a thousand, and the row of a gift bomb changes often.
 */
export function People({ people, summary }: PeopleProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class={styles.details} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary class={styles.summary}>
        <MessageText message={summary} />
        <Icon of={chevronDown} size={13} class={styles.chevron} />
      </summary>
      {/* Not a list: screen readers would mix its items up with those of the list of events. */}
      {isOpen && (
        <p class={styles.names}>
          {people.map((name, index) => (
            <UntrustedText
              // oxlint-disable-next-line react/no-array-index-key -- a name may occur twice
              key={index}
              class={styles.name}
              text={name ?? t('someone.viewer')}
              href={name === null ? null : urlOfName(name)}
            />
          ))}
        </p>
      )}
    </details>
  );
}
