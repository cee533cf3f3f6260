import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex } from '@/components/hooks/use-feed';
import type { LiveQuery } from '@/components/hooks/use-live-query';
import { useSubscriptionReport } from '@/components/hooks/use-subscription-report';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { type FeedIndex, favoriteOf } from '@/lib/settings/feed';
import { SubscriptionReportView } from './SubscriptionReportView';

interface SubscriptionsSectionProps {
  db: Database;
  send: typeof send;
}

/** The section with the subscription report of the favorite. Links lead here by `#receiving`. */
export function SubscriptionsSection({ db, send }: SubscriptionsSectionProps) {
  const index = useFeedIndex();
  const report = useSubscriptionReport(db, favoriteOf(index));
  const hasFailed = useDatabaseProblem(db) !== null || report.hasFailed;
  const isRead = index !== undefined && (hasFailed || report.value !== undefined);
  const section = useScrollTarget('receiving', isRead);

  return (
    <section class="card" id="receiving" aria-labelledby="receiving-title" ref={section}>
      <h2 id="receiving-title">{t('receiving.title')}</h2>
      {index === undefined ? (
        <p>{t('feed.loading')}</p>
      ) : (
        <Content index={index} report={{ ...report, hasFailed }} send={send} />
      )}
    </section>
  );
}

interface ContentProps {
  index: FeedIndex;
  report: LiveQuery<SubscriptionReport | null>;
  send: typeof send;
}

function Content({ index, report, send }: ContentProps) {
  const { account, connection } = index;
  const favorite = favoriteOf(index);
  if (account === null) return <p>{t('receiving.signed_out')}</p>;
  if (favorite === null) return <p>{t('receiving.no_favorite')}</p>;
  if (report.hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (report.value === undefined) return <p>{t('feed.loading')}</p>;
  // After a change of the favorite, the report is that of the one before for a moment.
  if (report.value?.streamerId !== favorite.id) return <p>{t('receiving.not_yet')}</p>;
  return (
    <SubscriptionReportView
      report={report.value}
      favorite={favorite}
      connection={connection}
      isOwnChannel={account.id === favorite.id}
      requestScopes={(scopes) => send('auth/begin', { rights: scopes })}
    />
  );
}
