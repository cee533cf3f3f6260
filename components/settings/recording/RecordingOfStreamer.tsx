import { AsForAll } from '@/components/settings/AsForAll';
import type { OfferedScopes } from '@/components/subscriptions/offered-scopes';
import { Switch } from '@/components/ui/form/Switch';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import type { ListedStreamer, StreamerChoices } from '@/lib/domain/roster/roster';
import { isolated } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { RecordingSwitches } from './RecordingSwitches';

interface RecordingOfStreamerProps {
  streamer: ListedStreamer;
  isFavorite: boolean;
  /** The options of streamers without a choice of their own. */
  forAll: RecordingOptions;
  report: SubscriptionReport | null;
  choose: (change: (now: StreamerChoices) => Partial<StreamerChoices>) => void;
  requestScopes: (scopes: OfferedScopes) => Promise<Reply<null>>;
}

/** What is recorded of one streamer. */
export function RecordingOfStreamer(props: RecordingOfStreamerProps) {
  const { streamer, isFavorite, forAll, report, choose, requestScopes } = props;
  const { recording, recordsCheers } = streamer.choices;
  return (
    <>
      {!isFavorite && (
        <div class="choice">
          <Switch
            label={t('recording.cheers', { streamer: isolated(streamer.name) })}
            description={t('recording.cheers_why')}
            isOn={recordsCheers}
            onChange={(isOn) => choose(() => ({ recordsCheers: isOn }))}
          />
        </div>
      )}
      <div class="choice">
        <AsForAll
          streamer={streamer}
          isOn={recording === null}
          onChange={(isOn) => choose(() => ({ recording: isOn ? null : forAll }))}
        />
      </div>
      {recording !== null && (
        <RecordingSwitches
          recording={recording}
          report={report}
          onChange={(option, isOn) =>
            choose((now) => ({ recording: { ...(now.recording ?? forAll), [option]: isOn } }))
          }
          requestScopes={requestScopes}
        />
      )}
    </>
  );
}
