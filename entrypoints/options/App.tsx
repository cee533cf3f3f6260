import { Diagnostics } from '@/components/diagnostics/Diagnostics';
import { FilterSettings } from '@/components/filters/FilterSettings';
import { ClientIdSettings } from '@/components/settings/ClientIdSettings';
import { DatabaseRecovery } from '@/components/settings/DatabaseRecovery';
import { HistorySettings } from '@/components/settings/HistorySettings';
import { NotificationSettings } from '@/components/settings/NotificationSettings';
import { RecordingSettings } from '@/components/settings/RecordingSettings';
import { SubscriptionsSection } from '@/components/subscriptions/SubscriptionsSection';
import type { Database } from '@/lib/db/database';
import { salvage } from '@/lib/db/salvage';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';

interface AppProps {
  db: Database;
  send: typeof send;
  /** The OAuth redirect URL that the user must register with Twitch. */
  redirectUrl: string;
  hasBuiltInClientId: boolean;
  /** The version of the extension. */
  version: string;
}

/** The options page. */
export function App({ db, send, redirectUrl, hasBuiltInClientId, version }: AppProps) {
  return (
    <main class="page">
      <header>
        <p class="product">{t('app.name')}</p>
        <h1>{t('options.title')}</h1>
      </header>
      <DatabaseRecovery
        db={db}
        salvage={() => salvage()}
        startOver={() => send('history/startAnew', {})}
        reload={() => location.reload()}
      />
      <ClientIdSettings redirectUrl={redirectUrl} hasBuiltIn={hasBuiltInClientId} />
      <RecordingSettings db={db} send={send} />
      <SubscriptionsSection db={db} send={send} />
      <FilterSettings send={send} />
      <HistorySettings deleteHistory={() => send('history/delete', {})} />
      <NotificationSettings send={send} />
      <Diagnostics db={db} version={version} />
      <section class="card">
        <h2>{t('options.privacy.title')}</h2>
        <p>{t('options.privacy.text')}</p>
        <p>{t('options.privacy.unofficial')}</p>
      </section>
    </main>
  );
}
