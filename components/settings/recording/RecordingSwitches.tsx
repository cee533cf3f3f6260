import type { OfferedScopes } from '@/components/subscriptions/offered-scopes';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import {
  RECORDING_OPTIONS,
  type RecordingOption,
  type RecordingOptions,
} from '@/lib/domain/history/recording-options';
import type { Reply } from '@/lib/messaging/protocol';
import { RecordingSwitch } from './RecordingSwitch';

interface RecordingSwitchesProps {
  recording: RecordingOptions;
  report: SubscriptionReport | null;
  onChange: (option: RecordingOption, isOn: boolean) => void;
  requestScopes: (scopes: OfferedScopes) => Promise<Reply<null>>;
}

/** A switch for each recording option. */
export function RecordingSwitches(props: RecordingSwitchesProps) {
  const { recording, report, onChange, requestScopes } = props;
  return (
    <>
      {RECORDING_OPTIONS.map((option) => (
        <RecordingSwitch
          key={option}
          option={option}
          isOn={recording[option]}
          report={report}
          onChange={(isOn) => onChange(option, isOn)}
          requestScopes={requestScopes}
        />
      ))}
    </>
  );
}
