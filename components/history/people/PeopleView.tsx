import type { RefObject } from 'preact';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { Notice } from '@/components/ui/Notice';
import { spanOfDates } from '@/lib/db/feed/log/address-filter';
import { type Person, readPerson } from '@/lib/db/people/person';
import { t } from '@/lib/i18n/text';
import { BackLink } from '../frame/BackLink';
import { useFocusAfterChange } from '../frame/use-focus-after-change';
import { ViewFrame, ViewHeading } from '../frame/ViewFrame';
import type { HistoryViewProps } from '../view-props';
import { PeopleLists } from './PeopleLists';
import { PersonName } from './PersonName';
import { PersonPage } from './PersonPage';

/** Who did most, or everything about one viewer. */
export function PeopleView(props: HistoryViewProps) {
  const { address } = props;
  const { viewerId, streamerId, from, until } = address;
  const { scroller, heading } = useFocusAfterChange(viewerId);
  return (
    <ViewFrame scroller={scroller} dates={props}>
      {viewerId === null ? (
        <>
          <ViewHeading heading={heading}>{t('history.view.people')}</ViewHeading>
          <PeopleLists key={[streamerId, from, until].join(' ')} {...props} heading={heading} />
        </>
      ) : (
        <OnePerson {...props} viewerId={viewerId} heading={heading} />
      )}
    </ViewFrame>
  );
}

interface OnePersonProps extends HistoryViewProps {
  viewerId: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

function OnePerson({ db, address, streamers, go, viewerId, heading }: OnePersonProps) {
  const span = spanOfDates(address);
  const isWhole = address.from === null && address.until === null;
  const { value, hasFailed } = useLiveQuery(
    async () => ({ viewerId, person: await readPerson(db, viewerId, isWhole ? null : span) }),
    [db, viewerId, span.from, span.until],
  );
  // For a moment, it is that of the address before.
  const person = value?.viewerId === viewerId ? value.person : undefined;
  return (
    <>
      <BackLink address={address} change={{ viewerId: null }} go={go}>
        {t('people.all')}
      </BackLink>
      <ViewHeading heading={heading}>
        <Name id={viewerId} person={person} />
      </ViewHeading>
      {hasFailed && <Notice>{t('feed.failed')}</Notice>}
      {person === null && <p>{t('people.person.unknown')}</p>}
      {person && <PersonPage {...{ person, address, streamers, go }} />}
    </>
  );
}

function Name({ id, person }: { id: string; person: Person | null | undefined }) {
  return person ? <PersonName id={id} name={person.name} /> : t('people.person.title');
}
