import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { MessageText } from '@/components/text/MessageText';
import type { Role, SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { withDisplayStates } from './display-states';
import { MissingEventsHelp } from './MissingEventsHelp';
import { MoreScopes } from './MoreScopes';
import { type OfferedScopes, scopesToOffer } from './offered-scopes';
import { SubscriptionTable } from './SubscriptionTable';

/**
 * The highest total cost that Twitch allows for the WebSocket subscriptions of one user and Client
 * ID. Subscriptions that the streamer has authorized cost nothing.
 * https://dev.twitch.tv/docs/eventsub/manage-subscriptions/#subscription-limits
 */
const MAX_TOTAL_COST = 10;

const ROLE_TEXTS: Readonly<Record<Role, MessageKey>> = {
  viewer: 'receiving.viewer',
  moderator: 'receiving.moderator',
  streamer: 'receiving.streamer',
};

interface SubscriptionReportViewProps {
  report: SubscriptionReport;
  favorite: Streamer;
  connection: Connection;
  isOwnChannel: boolean;
  requestScopes: (scopes: OfferedScopes) => Promise<Reply<null>>;
}

/** The favorite's subscription report: the role, the state of every type, and scopes to grant. */
export function SubscriptionReportView(props: SubscriptionReportViewProps) {
  const { report, favorite, connection, isOwnChannel, requestScopes } = props;
  const { role, isRoleKnown, cost, types } = report;
  return (
    <>
      <p>
        <MessageText message={{ message: ROLE_TEXTS[role], params: { streamer: favorite.name } }} />{' '}
        <MessageText
          message={{ message: 'receiving.budget', params: { cost, limit: MAX_TOTAL_COST } }}
        />
      </p>
      {(connection.state !== 'listening' || connection.problem === 'storage_full') && (
        <ConnectionStatus connection={connection} optionsUrl="" />
      )}
      <MoreScopes offer={scopesToOffer(report, isOwnChannel)} requestScopes={requestScopes} />
      {role === 'viewer' && isRoleKnown && <p>{t('receiving.not_moderator')}</p>}
      <MissingEventsHelp report={report} />
      <SubscriptionTable
        caption={{ message: 'receiving.table', params: { streamer: favorite.name } }}
        subscriptions={withDisplayStates(types, connection)}
      />
    </>
  );
}
