import { useState } from 'preact/hooks';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { useSubscriptionReport } from '@/components/hooks/use-subscription-report';
import { Section } from '@/components/settings/navigation/Section';
import { Button } from '@/components/ui/form/Button';
import type { Database } from '@/lib/db/database';
import { readStorageStats } from '@/lib/db/storage-stats';
import { t } from '@/lib/i18n/text';
import { journalItem } from '@/lib/settings/connection-journal';
import { favoriteOf } from '@/lib/settings/feed';
import { reportOf } from './report';

interface DiagnosticsProps {
  db: Database;
  version: string;
}

/** A report for bug reports, with a button that copies it. */
export function Diagnostics(props: DiagnosticsProps) {
  return (
    <Section id="diagnostics">
      <div class="card">
        <p>{t('options.diagnostics.why')}</p>
        <Report {...props} />
      </div>
    </Section>
  );
}

function Report({ db, version }: DiagnosticsProps) {
  const index = useFeedIndex();
  const journal = useStorageItem(journalItem);
  const stats = useLiveQuery(() => readStorageStats(db), [db]);
  const subscriptions = useSubscriptionReport(db, favoriteOf(index));
  const [isCopied, setIsCopied] = useState(false);
  const [now] = useState(() => Date.now());
  const hasFailed = useDatabaseProblem(db) !== null || stats.hasFailed;
  const isRead = hasFailed || stats.value !== undefined;
  if (index === undefined || journal === undefined || !isRead) return <p>{t('feed.loading')}</p>;

  const report = reportOf({
    version,
    browser: navigator.userAgent,
    now,
    index,
    journal,
    stats: stats.value ?? null,
    subscriptions: subscriptions.value ?? null,
  });

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(report);
    setIsCopied(true);
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keyboard users must be able to scroll it */}
      <pre class="report" tabIndex={0} aria-label={t('options.diagnostics.title')}>
        {report}
      </pre>
      <div>
        <Button onClick={() => void copy()}>{t(isCopied ? 'action.copied' : 'action.copy')}</Button>
      </div>
    </>
  );
}
