import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { type LiveQuery, useLiveQuery } from '@/components/hooks/use-live-query';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { SubscriptionReportView } from './SubscriptionReportView';

interface SubscriptionsSectionProps {
  db: Database;
  send: typeof send;
}

/** What Twitch tells this user about the favorite, and what it doesn't; `#receiving` leads here. */
export function SubscriptionsSection({ db, send }: SubscriptionsSectionProps) {
  const feed = useStorageItem(feedItem);
  const now = useLiveQuery(() => readSubscriptionReport(db), [db]);
  const hasFailed = useDatabaseProblem(db) !== null || now.hasFailed;
  const isRead = feed !== undefined && (hasFailed || now.value !== undefined);
  const section = useScrollTarget('receiving', isRead);

  return (
    <section class="card" id="receiving" aria-labelledby="receiving-title" ref={section}>
      <h2 id="receiving-title">{t('receiving.title')}</h2>
      {feed === undefined ? (
        <p>{t('feed.loading')}</p>
      ) : (
        <Content feed={feed} now={{ ...now, hasFailed }} send={send} />
      )}
    </section>
  );
}

interface ContentProps {
  feed: Feed;
  now: LiveQuery<SubscriptionReport | null>;
  send: typeof send;
}

function Content({ feed: { account, favorite, connection }, now, send }: ContentProps) {
  if (account === null) return <p>{t('receiving.signed_out')}</p>;
  if (favorite === null) return <p>{t('receiving.no_favorite')}</p>;
  if (now.hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (now.value === undefined) return <p>{t('feed.loading')}</p>;
  // Right after another favorite was chosen, what is stored is still about the one before.
  if (now.value?.streamerId !== favorite.id) return <p>{t('receiving.not_yet')}</p>;
  return (
    <SubscriptionReportView
      report={now.value}
      favorite={favorite}
      connection={connection}
      isOwnChannel={account.id === favorite.id}
      requestScopes={(rights) => send('auth/begin', { rights })}
    />
  );
}
