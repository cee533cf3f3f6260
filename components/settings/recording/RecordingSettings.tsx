import { useState } from 'preact/hooks';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useRosterChoices } from '@/components/hooks/use-roster-choices';
import { useSettings } from '@/components/hooks/use-settings';
import { useSubscriptionReport } from '@/components/hooks/use-subscription-report';
import { NotSaved } from '@/components/settings/NotSaved';
import { Section } from '@/components/settings/navigation/Section';
import { StreamerSelect } from '@/components/settings/StreamerSelect';
import type { OfferedScopes } from '@/components/subscriptions/offered-scopes';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import type { Database } from '@/lib/db/database';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { EMPTY_ROSTER, listedBy } from '@/lib/domain/roster/roster';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { favoriteOf } from '@/lib/settings/feed';
import { changeRecording } from '@/lib/settings/settings';
import { RecordingOfStreamer } from './RecordingOfStreamer';
import { RecordingSwitches } from './RecordingSwitches';

interface RecordingSettingsProps {
  db: Database;
  send: typeof send;
}

type SaveOutcome = 'saved' | { problem: Problem };

/** The section with switches for events that are not recorded by default. */
export function RecordingSettings(props: RecordingSettingsProps) {
  const settings = useSettings();
  return (
    <Section id="recording">
      {settings !== undefined && <Switches {...props} recording={settings.recording} />}
    </Section>
  );
}

interface SwitchesProps extends RecordingSettingsProps {
  /** The options of streamers without a choice of their own. */
  recording: RecordingOptions;
}

function Switches({ db, send, recording }: SwitchesProps) {
  const { roster = EMPTY_ROSTER, choose } = useRosterChoices(send);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<SaveOutcome>();
  // A streamer that was removed on another page is chosen no longer.
  const streamer = listedBy(roster, chosenId ?? '');
  const isOther = roster.others.some(({ id }) => id === streamer?.id);
  const report = useCurrentReport(db, streamer?.id);

  async function store(change: () => Promise<Problem | null>): Promise<void> {
    setOutcome(undefined);
    const problem = await change().catch(problemOf);
    setOutcome(problem === null ? 'saved' : { problem });
  }

  const shared = {
    report,
    requestScopes: (scopes: OfferedScopes) => send('auth/begin', { rights: scopes }),
  };
  return (
    <div class="card">
      <p>{t(isOther ? 'recording.why_other' : 'recording.why')}</p>
      <StreamerSelect
        roster={roster}
        chosenId={streamer?.id ?? null}
        onChoose={(id) => {
          setOutcome(undefined);
          setChosenId(id);
        }}
      />
      {streamer === null ? (
        <RecordingSwitches
          {...shared}
          recording={recording}
          onChange={(option, isOn) =>
            void store(() => changeRecording(option, isOn).then(() => null))
          }
        />
      ) : (
        <RecordingOfStreamer
          {...shared}
          streamer={streamer}
          isFavorite={!isOther}
          forAll={recording}
          choose={(change) => void store(() => choose(streamer.id, change))}
        />
      )}
      <Outcome outcome={outcome} />
    </div>
  );
}

/** Says that the last change was saved, or why not. */
function Outcome({ outcome }: { outcome: SaveOutcome | undefined }) {
  return (
    <>
      {typeof outcome === 'object' && <NotSaved problem={outcome.problem} />}
      <div role="status">
        {outcome === 'saved' && <SuccessMessage>{t('recording.saved')}</SuccessMessage>}
      </div>
    </>
  );
}

/** Returns the report of a streamer, or else of the favorite; `null` if there is none. */
function useCurrentReport(db: Database, streamerId: string | undefined) {
  const index = useFeedIndex();
  const id = streamerId ?? favoriteOf(index)?.id;
  const { value: report } = useSubscriptionReport(db, id === undefined ? null : { id });
  // After another choice, the report is that of the one before for a moment.
  return index?.account && report?.streamerId === id ? (report ?? null) : null;
}
