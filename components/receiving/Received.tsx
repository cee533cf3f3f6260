import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { Sentence } from '@/components/text/Sentence';
import { type TextKey, t } from '@/components/text/text';
import type { Streamer } from '@/lib/domain/channel';
import type { Connection } from '@/lib/domain/connection';
import type { Receiving, Role } from '@/lib/domain/receiving';
import type { Reply } from '@/lib/messaging/protocol';
import { MoreRights } from './MoreRights';
import { type Offer, offerFor } from './offer';
import { Questions } from './Questions';
import { shownTypes } from './shown';
import { TypeTable } from './TypeTable';

/** What Twitch grants to a session for channels that have not let this application in. */
const BUDGET = 10;

const LISTENING_AS: Readonly<Record<Role, TextKey>> = {
  viewer: 'receiving.viewer',
  moderator: 'receiving.moderator',
  streamer: 'receiving.streamer',
};

interface ReceivedProps {
  receiving: Receiving;
  favorite: Streamer;
  connection: Connection;
  isOwnChannel: boolean;
  askRights: (rights: Offer) => Promise<Reply<null>>;
}

/** What is received of the favorite and what is not, why, and what could be done about it. */
export function Received(props: ReceivedProps) {
  const { receiving, favorite, connection, isOwnChannel, askRights } = props;
  const { role, isRoleKnown } = receiving;
  return (
    <>
      <p>
        <Sentence told={{ message: LISTENING_AS[role], params: { streamer: favorite.name } }} />{' '}
        <Sentence
          told={{ message: 'receiving.budget', params: { cost: receiving.cost, limit: BUDGET } }}
        />
      </p>
      {connection.state !== 'listening' && <ConnectionStatus connection={connection} />}
      <MoreRights offer={offerFor(receiving, isOwnChannel)} ask={askRights} />
      {role === 'viewer' && isRoleKnown && <p>{t('receiving.not_moderator')}</p>}
      <Questions receiving={receiving} />
      <TypeTable
        caption={t('receiving.table', { streamer: favorite.name })}
        types={shownTypes(receiving.types, connection)}
      />
    </>
  );
}
