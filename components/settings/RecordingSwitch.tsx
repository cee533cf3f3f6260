import { MoreScopes } from '@/components/subscriptions/MoreScopes';
import { type Offer, offerForSwitch } from '@/components/subscriptions/offer';
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

interface RecordingChoiceProps {
  name: RecordingOption;
  isOn: boolean;
  /** What is received now; `null` while nobody listens to anybody. */
  receiving: SubscriptionReport | null;
  onChange: (isOn: boolean) => void;
  ask: (rights: Offer) => Promise<Reply<null>>;
}

/** One switch, and the rights that it has use for and that are not granted yet. */
export function RecordingSwitch({ name, isOn, receiving, onChange, ask }: RecordingChoiceProps) {
  const { label, why } = WORDS[name];
  return (
    <div class="choice">
      <Switch label={t(label)} why={t(why)} isOn={isOn} onChange={onChange} />
      {isOn && receiving !== null && (
        <div class="rights">
          <MoreScopes offer={offerForSwitch(name, receiving)} ask={ask} />
        </div>
      )}
    </div>
  );
}
