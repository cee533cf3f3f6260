import { useState } from 'preact/hooks';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { type LiveQuery, useLiveQuery } from '@/components/hooks/use-live-query';
import { useRoster } from '@/components/hooks/use-roster';
import { Section } from '@/components/settings/navigation/Section';
import { Select } from '@/components/ui/form/Select';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readAllSubscriptionReports } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { listedBy, listedIn, type Roster } from '@/lib/domain/roster/roster';
import { isolated } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { FeedIndex } from '@/lib/settings/feed';
import { SubscriptionReportView } from './SubscriptionReportView';
import { TotalBudget } from './TotalBudget';

interface SubscriptionsSectionProps {
  db: Database;
  send: typeof send;
}

/** The subscription reports of all streamers. */
export function SubscriptionsSection({ db, send }: SubscriptionsSectionProps) {
  const index = useFeedIndex();
  const { roster } = useRoster(index?.account?.id);
  const reports = useLiveQuery(() => readAllSubscriptionReports(db), [db]);
  const hasFailed = useDatabaseProblem(db) !== null || reports.hasFailed;

  return (
    <Section id="receiving">
      <div class="card">
        {index === undefined ? (
          <p>{t('feed.loading')}</p>
        ) : (
          <Content index={index} roster={roster} reports={{ ...reports, hasFailed }} send={send} />
        )}
      </div>
    </Section>
  );
}

interface ContentProps {
  index: FeedIndex;
  roster: Roster | undefined;
  reports: LiveQuery<SubscriptionReport[]>;
  send: typeof send;
}

function Content({ index, roster, reports, send }: ContentProps) {
  const { account } = index;
  if (account === null) return <p>{t('receiving.signed_out')}</p>;
  if (roster !== undefined && listedIn(roster).length === 0) {
    return <p>{t('receiving.no_favorite')}</p>;
  }
  if (reports.hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (roster === undefined || reports.value === undefined) return <p>{t('feed.loading')}</p>;
  const current = reports.value.filter(({ streamerId }) => listedBy(roster, streamerId) !== null);
  return (
    <>
      <TotalBudget reports={current} others={roster.others.length} />
      <ReportOfChosen
        roster={roster}
        reports={current}
        index={index}
        accountId={account.id}
        send={send}
      />
    </>
  );
}

interface ReportOfChosenProps {
  roster: Roster;
  reports: readonly SubscriptionReport[];
  index: FeedIndex;
  accountId: string;
  send: typeof send;
}

/** A select of a streamer, the favorite at first, and the report of the one that is chosen. */
function ReportOfChosen(props: ReportOfChosenProps) {
  const { roster, reports, index, accountId, send } = props;
  const [chosenId, setChosenId] = useState('');
  const listed = listedIn(roster);
  // A streamer that was removed on another page is chosen no longer.
  const streamer = listedBy(roster, chosenId) ?? listed[0];
  const report = reports.find(({ streamerId }) => streamerId === streamer?.id);
  return (
    <>
      {listed.length > 1 && (
        <Select
          label={t('for.streamer')}
          value={streamer?.id ?? ''}
          options={listed.map(({ id, name }) => ({ value: id, text: isolated(name) }))}
          onChoose={setChosenId}
        />
      )}
      {streamer === undefined || report === undefined ? (
        <p>{t('receiving.not_yet')}</p>
      ) : (
        <SubscriptionReportView
          key={streamer.id}
          report={report}
          streamer={streamer}
          connection={index.connection}
          problem={index.streamers.find(({ id }) => id === streamer.id)?.problem ?? null}
          isOwnChannel={accountId === streamer.id}
          requestScopes={(scopes) => send('auth/begin', { rights: scopes })}
        />
      )}
    </>
  );
}
