import { useState } from 'preact/hooks';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useSettings } from '@/components/hooks/use-settings';
import { useSubscriptionReport } from '@/components/hooks/use-subscription-report';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import type { Database } from '@/lib/db/database';
import { RECORDING_OPTIONS, type RecordingOption } from '@/lib/domain/history/recording-options';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { favoriteOf } from '@/lib/settings/feed';
import { changeRecording } from '@/lib/settings/settings';
import { NotSaved } from './NotSaved';
import { RecordingSwitch } from './RecordingSwitch';

interface RecordingSettingsProps {
  db: Database;
  send: typeof send;
}

/** The section with switches for events that are not recorded by default. */
export function RecordingSettings({ db, send }: RecordingSettingsProps) {
  const settings = useSettings();
  const index = useFeedIndex();
  const favorite = favoriteOf(index);
  const { value: report } = useSubscriptionReport(db, favorite);
  const [outcome, setOutcome] = useState<'saved' | { problem: Problem }>();
  if (settings === undefined) return null;
  // After a change of the favorite, the report is that of the one before for a moment.
  const isCurrent = index?.account && report?.streamerId === favorite?.id;

  async function store(option: RecordingOption, isOn: boolean): Promise<void> {
    setOutcome(undefined);
    try {
      await changeRecording(option, isOn);
      setOutcome('saved');
    } catch (error) {
      setOutcome({ problem: problemOf(error) });
    }
  }

  return (
    <section class="card" aria-labelledby="recording-title">
      <h2 id="recording-title">{t('recording.title')}</h2>
      <p>{t('recording.why')}</p>
      {RECORDING_OPTIONS.map((option) => (
        <RecordingSwitch
          key={option}
          option={option}
          isOn={settings.recording[option]}
          report={isCurrent && report ? report : null}
          onChange={(isOn) => void store(option, isOn)}
          requestScopes={(scopes) => send('auth/begin', { rights: scopes })}
        />
      ))}
      {typeof outcome === 'object' && <NotSaved problem={outcome.problem} />}
      <div role="status">
        {outcome === 'saved' && <SuccessMessage>{t('recording.saved')}</SuccessMessage>}
      </div>
    </section>
  );
}
