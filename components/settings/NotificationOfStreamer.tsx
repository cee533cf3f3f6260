import { Select } from '@/components/ui/form/Select';
import { type NotificationRules as Rules, rulesOf } from '@/lib/domain/notification/choices';
import type { ListedStreamer, StreamerChoices } from '@/lib/domain/roster/roster';
import { t } from '@/lib/i18n/text';
import { NotificationRules } from './NotificationRules';

interface NotificationOfStreamerProps {
  streamer: ListedStreamer;
  /** The rules of streamers without their own. */
  forAll: Rules;
  choose: (change: (now: StreamerChoices) => Partial<StreamerChoices>) => Promise<void>;
}

type Kind = 'as_for_all' | 'own' | 'none';

function kindOf(rules: Rules | null): Kind {
  if (rules === null) return 'as_for_all';
  return rules.choices.length === 0 ? 'none' : 'own';
}

/** Of what the user is notified at one streamer. */
export function NotificationOfStreamer(props: NotificationOfStreamerProps) {
  const { streamer, forAll, choose } = props;
  const { notifications: rules } = streamer.choices;
  const byKind: Readonly<Record<Kind, Rules | null>> = {
    as_for_all: null,
    own: rulesOf(forAll),
    none: { choices: [], least: forAll.least },
  };
  return (
    <>
      <Select
        label={t('options.notifications.of_streamer', { streamer: streamer.name })}
        value={kindOf(rules)}
        options={[
          { value: 'as_for_all', text: t('options.notifications.as_for_all') },
          { value: 'own', text: t('options.notifications.own') },
          { value: 'none', text: t('options.notifications.none') },
        ]}
        onChoose={(kind) => void choose(() => ({ notifications: byKind[kind] }))}
      />
      {rules !== null && rules.choices.length > 0 && (
        <NotificationRules
          rules={rules}
          onChange={async (change) =>
            await choose((now) => ({ notifications: change(now.notifications ?? forAll) }))
          }
        />
      )}
    </>
  );
}
