import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Diagnostics } from '@/components/diagnostics/Diagnostics';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { AccountSection } from '@/components/settings/account/AccountSection';
import { ClientIdSettings } from '@/components/settings/ClientIdSettings';
import { DatabaseRecovery } from '@/components/settings/DatabaseRecovery';
import { ListsSection } from '@/components/settings/lists/ListsSection';
import { NotificationSettings } from '@/components/settings/NotificationSettings';
import { headingIdOf } from '@/components/settings/navigation/Section';
import { SectionNav } from '@/components/settings/navigation/SectionNav';
import { isPart, SECTION_LOOKS, type SectionId } from '@/components/settings/navigation/sections';
import { usePlace } from '@/components/settings/navigation/use-place';
import { PanelSection } from '@/components/settings/panel/PanelSection';
import { RecordingSettings } from '@/components/settings/recording/RecordingSettings';
import { StorageSection } from '@/components/settings/storage/StorageSection';
import { StreamersSection } from '@/components/settings/streamers/StreamersSection';
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

/** The options page: one section at a time. */
export function App(props: AppProps) {
  const { db, send } = props;
  const place = usePlace(useStart(props.hasBuiltInClientId));
  const { section, hash, visit } = place ?? {};

  useEffect(() => {
    if (section === undefined) return;
    document.title = `${t(SECTION_LOOKS[section].title)} – ${t('app.name')}`;
  }, [section]);
  useEffect(() => {
    // A part of a section scrolls there and takes the focus when it is ready.
    if (section === undefined || !hash || isPart(hash)) return;
    scrollTo({ top: 0 });
    document.getElementById(headingIdOf(section))?.focus({ preventScroll: true });
  }, [section, hash, visit]);

  if (section === undefined) return null;
  return (
    <div class="page">
      <div class="side">
        <header class="head">
          <p class="product">{t('app.name')}</p>
          <h1>{t('options.title')}</h1>
        </header>
        <SectionNav current={section} />
      </div>
      <main class="content">
        <DatabaseRecovery
          db={db}
          salvage={() => salvage()}
          startOver={() => send('history/startAnew', {})}
          reload={() => location.reload()}
        />
        {CONTENTS[section](props)}
      </main>
    </div>
  );
}

/**
 * Returns the section to begin with. In a build without a Client ID, nobody can sign in before one
 * is entered.
 */
function useStart(hasBuiltInClientId: boolean): SectionId | undefined {
  const index = useFeedIndex();
  if (index === undefined) return undefined;
  return index.account === null && !hasBuiltInClientId ? 'application' : 'account';
}

/** The content of each section. */
const CONTENTS: Readonly<Record<SectionId, (props: AppProps) => ComponentChildren>> = {
  account: ({ send }) => <AccountSection send={send} />,
  streamers: ({ send }) => <StreamersSection send={send} />,
  notifications: ({ send }) => <NotificationSettings send={send} />,
  lists: ({ send }) => <ListsSection send={send} />,
  panel: () => <PanelSection />,
  recording: ({ db, send }) => <RecordingSettings db={db} send={send} />,
  storage: ({ send }) => <StorageSection send={send} />,
  receiving: ({ db, send }) => <SubscriptionsSection db={db} send={send} />,
  application: ({ redirectUrl, hasBuiltInClientId }) => (
    <ClientIdSettings redirectUrl={redirectUrl} hasBuiltIn={hasBuiltInClientId} />
  ),
  diagnostics: ({ db, version }) => <Diagnostics db={db} version={version} />,
};
