import { useFeedIndex } from '@/components/hooks/use-feed';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { Notice } from '@/components/ui/Notice';
import { ClientIdStep } from '@/components/welcome/ClientIdStep';
import { SignInStep } from '@/components/welcome/SignInStep';
import { Step } from '@/components/welcome/Step';
import { StepList } from '@/components/welcome/StepList';
import { StreamersStep } from '@/components/welcome/StreamersStep';
import type { ReadPinned } from '@/components/welcome/use-pinned';
import { useWelcomeStep } from '@/components/welcome/use-welcome-step';
import { WatchStep } from '@/components/welcome/WatchStep';
import type { SetUp, WelcomeStep } from '@/lib/domain/welcome-steps';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { clientIdItem } from '@/lib/settings/client-id';
import type { FeedIndex } from '@/lib/settings/feed';

interface AppProps {
  send: typeof send;
  /** The Client ID of this build; empty if it has none. */
  builtInClientId: string;
  /** The OAuth redirect URL that the user must register with Twitch. */
  redirectUrl: string;
  browserName: 'chrome' | 'firefox';
  readPinned: ReadPinned;
}

/** The page for the first run. Empty until what it depends on has been read. */
export function App(props: AppProps) {
  const index = useFeedIndex();
  const clientId = useStorageItem(clientIdItem);
  if (index === undefined || clientId === undefined) return null;
  const { builtInClientId } = props;
  const { account, streamers } = index;
  return (
    <Welcome {...props} index={index} setUp={{ builtInClientId, clientId, account, streamers }} />
  );
}

interface WelcomeProps extends AppProps {
  index: FeedIndex;
  setUp: SetUp;
}

const TITLES = {
  'client-id': 'welcome.client.title',
  'sign-in': 'welcome.sign_in.title',
  streamers: 'welcome.streamers.title',
  watch: 'welcome.watch.title',
} as const;

function Welcome(props: WelcomeProps) {
  const { index, setUp } = props;
  const { shown, heading, go } = useWelcomeStep(setUp);
  const { connection } = index;
  return (
    <main class="page">
      <header class="brand">
        <img src="/icons/128.png" alt="" width={56} height={56} />
        <p class="welcome">{t('welcome.title')}</p>
        <p class="dim">{t('app.description')}</p>
      </header>
      <StepList setUp={setUp} shown={shown} />
      {/* The last step shows the whole state of the connection. */}
      {connection.state === 'problem' && shown !== 'watch' && (
        <Notice>{t(`problem.${connection.problem}`)}</Notice>
      )}
      <Step key={shown} step={shown} heading={heading} title={t(TITLES[shown])}>
        <Content {...props} shown={shown} go={go} />
      </Step>
    </main>
  );
}

interface ContentProps extends WelcomeProps {
  shown: WelcomeStep;
  go: (step: WelcomeStep) => void;
}

function Content(props: ContentProps) {
  const { index, send, builtInClientId, redirectUrl, browserName, readPinned, shown, go } = props;
  const { account, connection, streamers } = index;
  if (shown === 'client-id') {
    return <ClientIdStep redirectUrl={redirectUrl} onSaved={() => go('sign-in')} />;
  }
  if (shown === 'sign-in') {
    return (
      <SignInStep
        account={account}
        lastProblem={connection.state === 'signed_out' ? connection.problem : null}
        signIn={() => send('auth/begin', {})}
        hasClientIdStep={builtInClientId === ''}
        onContinue={() => go('streamers')}
      />
    );
  }
  if (shown === 'streamers') {
    return <StreamersStep streamers={streamers} send={send} onContinue={() => go('watch')} />;
  }
  return <WatchStep index={index} browserName={browserName} readPinned={readPinned} />;
}
