import { useId } from 'preact/hooks';
import { MinimumInput } from '@/components/filters/MinimumInput';
import {
  type NotificationChoice,
  type NotifiedSize,
  type NotificationRules as Rules,
  SIZE_OF_CHOICE,
  withNotified,
} from '@/lib/domain/notification/choices';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import styles from './NotificationRules.module.css';

interface Choice {
  name: NotificationChoice;
  label: MessageKey;
}

const GROUPS: readonly { title: MessageKey; choices: readonly Choice[] }[] = [
  {
    title: 'filter.group.stream',
    choices: [
      { name: 'live', label: 'options.notifications.live' },
      { name: 'ends', label: 'options.notifications.ends' },
      { name: 'channel', label: 'filter.choice.channel' },
      { name: 'ads', label: 'filter.choice.ads' },
    ],
  },
  {
    title: 'filter.group.support',
    choices: [
      { name: 'gifts', label: 'filter.choice.gifts' },
      { name: 'cheers', label: 'filter.choice.cheers' },
      { name: 'subs', label: 'filter.choice.subs' },
      { name: 'charity', label: 'filter.choice.charity' },
    ],
  },
  {
    title: 'filter.group.community',
    choices: [
      { name: 'raids', label: 'filter.choice.raids' },
      { name: 'chat', label: 'options.notifications.announcements' },
      { name: 'shoutouts', label: 'filter.choice.shoutouts' },
      { name: 'follows', label: 'filter.choice.follows' },
      { name: 'redemptions', label: 'filter.choice.redemptions' },
    ],
  },
  {
    title: 'filter.group.together',
    choices: [
      { name: 'hype_trains', label: 'filter.choice.hype_trains' },
      { name: 'polls', label: 'filter.choice.polls' },
      { name: 'predictions', label: 'filter.choice.predictions' },
      { name: 'goals', label: 'filter.choice.goals' },
    ],
  },
  {
    title: 'filter.group.rest',
    choices: [{ name: 'moderation', label: 'filter.choice.moderation' }],
  },
];

interface NotificationRulesProps {
  rules: Rules;
  onChange: (change: (now: Rules) => Rules) => Promise<void>;
}

/** Of which events the user is notified, and from which size on. */
export function NotificationRules({ rules, onChange }: NotificationRulesProps) {
  return (
    <div class={styles.groups}>
      {GROUPS.map(({ title, choices }) => (
        <fieldset key={title} class={styles.group}>
          <legend class={styles.title}>{t(title)}</legend>
          {choices.map((choice) => (
            <ChoiceRow key={choice.name} {...choice} rules={rules} onChange={onChange} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function ChoiceRow({ name, label, rules, onChange }: Choice & NotificationRulesProps) {
  const size = SIZE_OF_CHOICE[name];
  const isChosen = rules.choices.includes(name);
  return (
    <div>
      <label class={styles.check}>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            void onChange((now) => withNotified(now, name, isOn));
          }}
        />
        <span>{t(label)}</span>
      </label>
      {isChosen && size !== undefined && (
        <Least
          size={size}
          least={rules.least[size]}
          onChange={async (least) =>
            await onChange((now) => ({ ...now, least: { ...now.least, [size]: least } }))
          }
        />
      )}
    </div>
  );
}

interface LeastProps {
  size: NotifiedSize;
  least: number;
  onChange: (least: number) => Promise<void>;
}

function Least({ size, least, onChange }: LeastProps) {
  const id = useId();
  return (
    <div class={styles.least}>
      <span id={id}>{t(`options.notifications.least.${size}`)}</span>
      <MinimumInput labels={id} size={size} least={least} onChange={onChange} />
    </div>
  );
}
