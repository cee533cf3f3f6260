import { MessageText } from '@/components/text/MessageText';
import { Icon } from '@/components/ui/Icon';
import { familyStyle } from '@/components/ui/palette';
import type { ReportedSubscription } from '@/lib/domain/access/subscription-report';
import type { Message } from '@/lib/domain/wording/message';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import { describeReason } from './describe-reason';
import { ListeningSince } from './ListeningSince';
import styles from './SubscriptionTable.module.css';
import { lookOfState, STATES_IN_ORDER } from './subscription-state-look';

interface SubscriptionTableProps {
  caption: Message;
  subscriptions: readonly ReportedSubscription[];
}

/** Names for types whose events are all of the kind `other`. */
const NAMES: ReadonlyMap<string, MessageKey> = new Map([
  ['channel.channel_points_custom_reward.add', 'receiving.reward.added'],
  ['channel.channel_points_custom_reward.update', 'receiving.reward.changed'],
  ['channel.channel_points_custom_reward.remove', 'receiving.reward.removed'],
]);

/** A table of all subscriptions, grouped by state. */
export function SubscriptionTable({ caption, subscriptions }: SubscriptionTableProps) {
  const byState = Map.groupBy(subscriptions, ({ state }) => state);
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>
        <MessageText message={caption} />
      </caption>
      <thead class={styles.head}>
        <tr>
          <th scope="col">{t('receiving.events')}</th>
          <th scope="col">{t('receiving.how')}</th>
        </tr>
      </thead>
      {STATES_IN_ORDER.filter((state) => byState.has(state)).map((state) => (
        <tbody key={state} class={styles.group} style={familyStyle(lookOfState(state).family)}>
          {byState.get(state)?.map((subscription) => (
            <SubscriptionRow key={subscription.key} subscription={subscription} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function SubscriptionRow({ subscription }: { subscription: ReportedSubscription }) {
  const { type, kinds, taken, state, since, reason } = subscription;
  const look = lookOfState(state);
  const listed = taken.length > 0 ? taken : kinds;
  const name = NAMES.get(type);
  const names = name === undefined ? listed.map((kind) => `kind.${kind}` as const) : [name];
  const listFormat = new Intl.ListFormat(t('app.language'), { type: 'unit', style: 'short' });
  return (
    <tr>
      <th class={styles.events} scope="row">
        {listFormat.format(names.map((name) => t(name)))}{' '}
        <code class={styles.type} translate={false}>
          {type}
        </code>
      </th>
      <td class={styles.state}>
        <span class={styles.mark}>
          <Icon of={look.icon} size={14} class={styles.icon} />
          {state === 'listening' ? <ListeningSince time={since} /> : t(look.text)}
        </span>
        {reason !== null && (
          <span class={styles.reason}>
            <MessageText message={describeReason(reason)} />
          </span>
        )}
      </td>
    </tr>
  );
}
