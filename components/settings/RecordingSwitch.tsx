import { MoreScopes } from '@/components/subscriptions/MoreScopes';
import {
  type OfferedScopes,
  scopesToOfferForOption,
} from '@/components/subscriptions/offered-scopes';
import { Switch } from '@/components/ui/form/Switch';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { RecordingOption } from '@/lib/domain/history/recording-options';
import { type TextKey, t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';

const WORDS: Readonly<Record<RecordingOption, { label: TextKey; why: TextKey }>> = {
  moderation: { label: 'recording.moderation', why: 'recording.moderation_why' },
  redemptions: { label: 'recording.redemptions', why: 'recording.redemptions_why' },
  shared_chat: { label: 'recording.shared_chat', why: 'recording.shared_chat_why' },
};

interface RecordingSwitchProps {
  option: RecordingOption;
  isOn: boolean;
  /** What is received now; `null` while nobody listens to anybody. */
  report: SubscriptionReport | null;
  onChange: (isOn: boolean) => void;
  requestScopes: (rights: OfferedScopes) => Promise<Reply<null>>;
}

/** One switch, and the rights that it has use for and that are not granted yet. */
export function RecordingSwitch({
  option: name,
  isOn,
  report: receiving,
  onChange,
  requestScopes: ask,
}: RecordingSwitchProps) {
  const { label, why } = WORDS[name];
  return (
    <div class="choice">
      <Switch label={t(label)} description={t(why)} isOn={isOn} onChange={onChange} />
      {isOn && receiving !== null && (
        <div class="rights">
          <MoreScopes offer={scopesToOfferForOption(name, receiving)} requestScopes={ask} />
        </div>
      )}
    </div>
  );
}
