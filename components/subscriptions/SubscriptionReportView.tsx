import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { MessageText } from '@/components/text/MessageText';
import { Notice } from '@/components/ui/Notice';
import {
  MAX_TOTAL_COST,
  type Role,
  type SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { Problem } from '@/lib/domain/problem';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { withDisplayStates } from './display-states';
import { MissingEventsHelp } from './MissingEventsHelp';
import { MoreScopes } from './MoreScopes';
import { type OfferedScopes, scopesToOffer } from './offered-scopes';
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
      <SubscriptionTable
        caption={{ message: 'receiving.table', params: { streamer: streamer.name } }}
        subscriptions={withDisplayStates(types, connection)}
      />
    </>
  );
}
