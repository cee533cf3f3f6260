import { useState } from 'preact/hooks';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useNotificationsAllowed } from '@/components/hooks/use-notifications-allowed';
import { useRosterChoices } from '@/components/hooks/use-roster-choices';
import { useSettings } from '@/components/hooks/use-settings';
import { Button } from '@/components/ui/form/Button';
import { Switch } from '@/components/ui/form/Switch';
import { Notice } from '@/components/ui/Notice';
import type { NotificationSettings as Stored } from '@/lib/domain/notification/choices';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { EMPTY_ROSTER, listedBy } from '@/lib/domain/roster/roster';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { requestNotifications } from '@/lib/platform/notification-permission';
import { notificationDevice } from '@/lib/platform/notifications';
import { favoriteOf } from '@/lib/settings/feed';
import { changeNotifications } from '@/lib/settings/settings';
import { NotificationOfStreamer } from './NotificationOfStreamer';
import { NotificationRules } from './NotificationRules';
import { NotSaved } from './NotSaved';
import { Section } from './navigation/Section';
import { StreamerSelect } from './StreamerSelect';

interface NotificationSettingsProps {
  send: typeof send;
}

/** The section about notifications. Links lead here by `#notifications`. */
export function NotificationSettings({ send: sendCommand }: NotificationSettingsProps) {
  const notifications = useSettings()?.notifications;
  const isAllowed = useNotificationsAllowed();
  const isKnown = notifications !== undefined && isAllowed !== undefined;
  return (
    <Section id="notifications">
      <div class="card">
        <p>{t('options.notifications.why')}</p>
        {isKnown && (
          <Controls notifications={notifications} isAllowed={isAllowed} send={sendCommand} />
        )}
      </div>
    </Section>
  );
}

interface ControlsProps extends NotificationSettingsProps {
  notifications: Stored;
  isAllowed: boolean;
}

function Controls({ notifications, isAllowed, send: sendCommand }: ControlsProps) {
  const [isRefused, setIsRefused] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isOn = notifications.isOn && isAllowed;

  async function store(change: Parameters<typeof changeNotifications>[0]): Promise<void> {
    setProblem(null);
    await changeNotifications(change).catch((error) => setProblem(problemOf(error)));
  }

  async function switchOn(): Promise<void> {
    setIsRefused(false);
    // Nothing is awaited before, because the browser asks only in the click itself.
    const isGranted = await requestNotifications().catch(() => false);
    setIsRefused(!isGranted);
    if (isGranted) await store(() => ({ isOn: true }));
  }

  return (
    <>
      <Switch
        label={t('options.notifications.switch')}
        description={t('options.notifications.switch_why')}
        isOn={isOn}
        onChange={(next) => void (next ? switchOn() : store(() => ({ isOn: false })))}
      />
      {!isOn && isRefused && <Notice>{t('options.notifications.refused')}</Notice>}
      {notifications.isOn && !isAllowed && !isRefused && (
        <Notice>{t('options.notifications.not_allowed')}</Notice>
      )}
      {isOn && (
        <>
          <Choices
            notifications={notifications}
            send={sendCommand}
            store={store}
            failed={setProblem}
          />
          <Example />
        </>
      )}
      {problem !== null && <NotSaved problem={problem} />}
    </>
  );
}

interface ChoicesProps extends Omit<ControlsProps, 'isAllowed'> {
  store: (change: Parameters<typeof changeNotifications>[0]) => Promise<void>;
  failed: (problem: Problem | null) => void;
}

/** Of what the user is notified: at all streamers, or at one of them. */
function Choices({ notifications, send: sendCommand, store, failed }: ChoicesProps) {
  const { roster = EMPTY_ROSTER, choose } = useRosterChoices(sendCommand);
  const [chosenId, setChosenId] = useState<string | null>(null);
  // A streamer that was removed on another page is chosen no longer.
  const streamer = listedBy(roster, chosenId ?? '');
  return (
    <>
      <StreamerSelect roster={roster} chosenId={streamer?.id ?? null} onChoose={setChosenId} />
      {streamer === null ? (
        <NotificationRules rules={notifications} onChange={store} />
      ) : (
        <NotificationOfStreamer
          key={streamer.id}
          streamer={streamer}
          forAll={notifications}
          choose={async (change) => failed(await choose(streamer.id, change))}
        />
      )}
    </>
  );
}

/** Shows what a notification looks like, and that the computer shows any. */
function Example() {
  const favorite = favoriteOf(useFeedIndex());
  const [isShown, setIsShown] = useState(false);
  if (favorite === null) return null;
  const { login, name, avatarUrl } = favorite;

  async function show(): Promise<void> {
    const message = t('options.notifications.example_text');
    await notificationDevice
      .show({ login, avatarUrl, title: name, message })
      .catch(() => undefined);
    setIsShown(true);
  }

  return (
    <div class="choice">
      <div>
        <Button onClick={() => void show()}>{t('options.notifications.example')}</Button>
      </div>
      <p role="status" class="hint">
        {isShown && t('options.notifications.example_hint')}
      </p>
    </div>
  );
}
