import { useState } from 'preact/hooks';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { MessageText } from '@/components/text/MessageText';
import { Notice } from '@/components/ui/Notice';
import {
  MAX_TOTAL_COST,
  type ReportedSubscription,
  type Role,
  type SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Problem } from '@/lib/domain/problem';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { FOLDED_STATES, withDisplayStates } from './display-states';
import { MissingEventsHelp } from './MissingEventsHelp';
import { MoreScopes } from './MoreScopes';
import { type OfferedScopes, scopesToOffer } from './offered-scopes';
import styles from './SubscriptionReportView.module.css';
import { SubscriptionTable } from './SubscriptionTable';

const ROLE_TEXTS: Readonly<Record<Role, MessageKey>> = {
  viewer: 'receiving.viewer',
  moderator: 'receiving.moderator',
  streamer: 'receiving.streamer',
};

interface SubscriptionReportViewProps {
  report: SubscriptionReport;
  streamer: Streamer;
  connection: Connection;
  isOwnChannel: boolean;
  /** Why some events of the streamer are not received, although the connection stands. */
  problem: Problem | null;
  requestScopes: (scopes: OfferedScopes) => Promise<Reply<null>>;
}

/** The subscription report of a streamer: the role, the state of every type, and scopes to grant. */
export function SubscriptionReportView(props: SubscriptionReportViewProps) {
  const { report, streamer, connection, isOwnChannel, problem, requestScopes } = props;
  const { role, isRoleKnown, cost, types } = report;
  return (
    <>
      <p>
        <MessageText message={{ message: ROLE_TEXTS[role], params: { streamer: streamer.name } }} />{' '}
        <MessageText
          message={{ message: 'receiving.budget', params: { cost, limit: MAX_TOTAL_COST } }}
        />
      </p>
      {(connection.state !== 'listening' || connection.problem === 'storage_full') && (
        <ConnectionStatus connection={connection} optionsUrl="" />
      )}
      {problem !== null && <Notice>{t(`problem.${problem}`)}</Notice>}
      <MoreScopes offer={scopesToOffer(report, isOwnChannel)} requestScopes={requestScopes} />
      {role === 'viewer' && isRoleKnown && <p>{t('receiving.not_moderator')}</p>}
      <MissingEventsHelp report={report} />
      <Tables subscriptions={withDisplayStates(types, connection)} streamer={streamer} />
    </>
  );
}

interface TablesProps {
  subscriptions: readonly ReportedSubscription[];
  streamer: Streamer;
}

/** What is received or could be, and folded below it what is out of reach of this user. */
function Tables({ subscriptions, streamer }: TablesProps) {
  const params = { streamer: streamer.name };
  const [isOpen, setIsOpen] = useState(false);
  const others = subscriptions.filter(({ state }) => FOLDED_STATES.has(state));
  const shown = subscriptions.filter(({ state }) => !FOLDED_STATES.has(state));
  return (
    <>
      <SubscriptionTable caption={{ message: 'receiving.table', params }} subscriptions={shown} />
      {others.length > 0 && (
        <details
          class={styles.others}
          open={isOpen}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary class={styles.summary}>
            {t('receiving.others', { count: others.length }, others.length)}
          </summary>
          {isOpen && (
            <SubscriptionTable
              caption={{ message: 'receiving.table_others', params }}
              subscriptions={others}
            />
          )}
        </details>
      )}
    </>
  );
}
