import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { Icon } from '@/components/ui/Icon';
import { chevronLeft } from '@/components/ui/icons';
import { Notice } from '@/components/ui/Notice';
import { type Person, readPerson } from '@/lib/db/people/person';
import { t } from '@/lib/i18n/text';
import { HistoryLink } from '../HistoryLink';
import type { HistoryViewProps } from '../view-props';
import { PeopleLists } from './PeopleLists';
import styles from './PeopleView.module.css';
import { PersonName } from './PersonName';
import { PersonPage } from './PersonPage';

/** Who did most, or everything about one viewer. */
export function PeopleView(props: HistoryViewProps) {
  const { address } = props;
  const { viewerId } = address;
  const { scroller, heading } = useFocusAfterChange(viewerId);
  return (
    <div ref={scroller} class={styles.scroller}>
      <div class={styles.column}>
        {viewerId === null ? (
          <>
            <h2 ref={heading} class={styles.heading} tabIndex={-1}>
              {t('history.view.people')}
            </h2>
            <PeopleLists key={address.streamerId} {...props} />
          </>
        ) : (
          <OnePerson {...props} viewerId={viewerId} heading={heading} />
        )}
      </div>
    </div>
  );
}

interface OnePersonProps extends HistoryViewProps {
  viewerId: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

function OnePerson({ db, address, streamers, go, viewerId, heading }: OnePersonProps) {
  const { value, hasFailed } = useLiveQuery(
    async () => ({ viewerId, person: await readPerson(db, viewerId) }),
    [db, viewerId],
  );
  // For a moment, it is that of the address before.
  const person = value?.viewerId === viewerId ? value.person : undefined;
  return (
    <>
      <HistoryLink class={styles.back} address={address} change={{ viewerId: null }} go={go}>
        <Icon of={chevronLeft} size={14} />
        {t('people.all')}
      </HistoryLink>
      <h2 ref={heading} class={styles.heading} tabIndex={-1}>
        <Name id={viewerId} person={person} />
      </h2>
      {hasFailed && <Notice>{t('feed.failed')}</Notice>}
      {person === null && <p>{t('people.person.unknown')}</p>}
      {person && <PersonPage person={person} streamers={streamers} go={go} />}
    </>
  );
}

function Name({ id, person }: { id: string; person: Person | null | undefined }) {
  return person ? <PersonName id={id} name={person.name} /> : t('people.person.title');
}

/** Goes to the top and focuses the heading when `shown` changes: the link that led there is gone. */
function useFocusAfterChange(shown: string | null) {
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [focused, setFocused] = useState(shown);
  useLayoutEffect(() => {
    if (focused === shown) return;
    setFocused(shown);
    scroller.current?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [focused, shown]);
  return { scroller, heading };
}
