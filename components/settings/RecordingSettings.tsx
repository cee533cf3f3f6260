import { useState } from 'preact/hooks';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useRosterChoices } from '@/components/hooks/use-roster-choices';
import { useSettings } from '@/components/hooks/use-settings';
import { useSubscriptionReport } from '@/components/hooks/use-subscription-report';
import type { OfferedScopes } from '@/components/subscriptions/offered-scopes';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import type { Database } from '@/lib/db/database';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { EMPTY_ROSTER, listedBy } from '@/lib/domain/roster/roster';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { favoriteOf } from '@/lib/settings/feed';
import { changeRecording } from '@/lib/settings/settings';
import { NotSaved } from './NotSaved';
import { RecordingOfStreamer } from './RecordingOfStreamer';
import { RecordingSwitches } from './RecordingSwitches';
import { StreamerSelect } from './StreamerSelect';

interface RecordingSettingsProps {
  db: Database;
  send: typeof send;
}

type SaveOutcome = 'saved' | { problem: Problem };

/** The section with switches for events that are not recorded by default. */
export function RecordingSettings({ db, send }: RecordingSettingsProps) {
  const settings = useSettings();
  const { roster = EMPTY_ROSTER, choose } = useRosterChoices(send);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<SaveOutcome>();
  // A streamer that was removed on another page is chosen no longer.
  const streamer = listedBy(roster, chosenId ?? '');
  const isOther = roster.others.some(({ id }) => id === streamer?.id);
  const report = useCurrentReport(db, streamer?.id);
  if (settings === undefined) return null;

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
    <section class="card" aria-labelledby="recording-title">
      <h2 id="recording-title">{t('recording.title')}</h2>
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
          recording={settings.recording}
          onChange={(option, isOn) =>
            void store(() => changeRecording(option, isOn).then(() => null))
          }
        />
      ) : (
        <RecordingOfStreamer
          {...shared}
          streamer={streamer}
          isFavorite={!isOther}
          forAll={settings.recording}
          choose={(change) => void store(() => choose(streamer.id, change))}
        />
      )}
      <Outcome outcome={outcome} />
    </section>
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
