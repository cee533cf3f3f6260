import { MoreScopes } from '@/components/subscriptions/MoreScopes';
import {
  type OfferedScopes,
  scopesToOfferForOption,
} from '@/components/subscriptions/offered-scopes';
import { Switch } from '@/components/ui/form/Switch';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { RecordingOption } from '@/lib/domain/history/recording-options';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';

const TEXTS: Readonly<Record<RecordingOption, { label: MessageKey; description: MessageKey }>> = {
  moderation: { label: 'recording.moderation', description: 'recording.moderation_why' },
  redemptions: { label: 'recording.redemptions', description: 'recording.redemptions_why' },
  shared_chat: { label: 'recording.shared_chat', description: 'recording.shared_chat_why' },
};

interface RecordingSwitchProps {
  option: RecordingOption;
  isOn: boolean;
  /** The subscription report of the favorite; `null` if there is none. */
  report: SubscriptionReport | null;
  onChange: (isOn: boolean) => void;
  requestScopes: (scopes: OfferedScopes) => Promise<Reply<null>>;
}

/** One switch, with an offer to grant the scopes that it still needs. */
export function RecordingSwitch(props: RecordingSwitchProps) {
  const { option, isOn, report, onChange, requestScopes } = props;
  const { label, description } = TEXTS[option];
  return (
    <div class="choice">
      <Switch label={t(label)} description={t(description)} isOn={isOn} onChange={onChange} />
      {isOn && report !== null && (
        <div class="rights">
          <MoreScopes
            offer={scopesToOfferForOption(option, report)}
            requestScopes={requestScopes}
          />
        </div>
      )}
    </div>
  );
}
