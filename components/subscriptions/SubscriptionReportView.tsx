import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { MessageText } from '@/components/text/MessageText';
import type { Role, SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import { type TextKey, t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { withDisplayStates } from './display-states';
import { MissingEventsHelp } from './MissingEventsHelp';
import { MoreScopes } from './MoreScopes';
import { type OfferedScopes, scopesToOffer } from './offered-scopes';
import { SubscriptionTable } from './SubscriptionTable';

/** What Twitch grants to a session for channels that have not let this application in. */
const BUDGET = 10;

const LISTENING_AS: Readonly<Record<Role, TextKey>> = {
  viewer: 'receiving.viewer',
  moderator: 'receiving.moderator',
  streamer: 'receiving.streamer',
};

interface SubscriptionReportViewProps {
  report: SubscriptionReport;
  favorite: Streamer;
  connection: Connection;
  isOwnChannel: boolean;
  requestScopes: (rights: OfferedScopes) => Promise<Reply<null>>;
}

/** What is received of the favorite and what is not, why, and what could be done about it. */
export function SubscriptionReportView(props: SubscriptionReportViewProps) {
  const { report: receiving, favorite, connection, isOwnChannel, requestScopes: askRights } = props;
  const { role, isRoleKnown } = receiving;
  return (
    <>
      <p>
        <MessageText told={{ message: LISTENING_AS[role], params: { streamer: favorite.name } }} />{' '}
        <MessageText
          told={{ message: 'receiving.budget', params: { cost: receiving.cost, limit: BUDGET } }}
        />
      </p>
      {connection.state !== 'listening' && <ConnectionStatus connection={connection} />}
      <MoreScopes offer={scopesToOffer(receiving, isOwnChannel)} requestScopes={askRights} />
      {role === 'viewer' && isRoleKnown && <p>{t('receiving.not_moderator')}</p>}
      <MissingEventsHelp receiving={receiving} />
      <SubscriptionTable
        caption={t('receiving.table', { streamer: favorite.name })}
        subscriptions={withDisplayStates(receiving.types, connection)}
      />
    </>
  );
}
