import { userUrl } from '@/lib/domain/channel/channel-url';
import { differsFromLogin, type NamedUser } from '@/lib/domain/event/user';
import type { Message, MessageParam } from '@/lib/domain/wording/message';
import { listPieces, paramText, pieces } from '@/lib/i18n/text';
import { UntrustedText } from './UntrustedText';

/**
 * Shows a message of the catalog, with its names and numbers in bold. Texts of Twitch's users are
 * shown as text, never as markup. The name of a user leads to their channel.
 */
export function MessageText({ message }: { message: Message }) {
  const parts = pieces(message);
  const [first] = parts;
  // The message is one untrusted text only: bold would not set it apart from anything.
  if (parts.length === 1 && first !== undefined && 'param' in first) {
    return <Text param={first.param} />;
  }
  return parts.map((piece, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the pieces never change their order
    'words' in piece ? piece.words : <Value key={index} param={piece.param} />,
  );
}

function Value({ param }: { param: MessageParam }) {
  if (typeof param === 'object' && 'params' in param) return <MessageText message={param} />;
  const term = typeof param === 'object' && 'message' in param ? param.message : undefined;
  return (
    <b data-term={term} data-number={typeof param === 'number' || undefined}>
      <Text param={param} />
    </b>
  );
}

function Text({ param }: { param: MessageParam }) {
  if (typeof param === 'string') return <UntrustedText text={param} />;
  if (typeof param === 'number') return paramText(param);
  if ('params' in param) return <MessageText message={param} />;
  if ('login' in param) return <UserName user={param} />;
  if (!('list' in param)) return paramText(param);
  return listPieces(param).map((piece, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the pieces never change their order
    'words' in piece ? piece.words : <Text key={index} param={piece.param} />,
  );
}

function UserName({ user }: { user: NamedUser }) {
  const name = <UntrustedText text={user.name} href={userUrl(user.login)} />;
  if (!differsFromLogin(user)) return name;
  return (
    <>
      {name} (<UntrustedText text={user.login} dir="ltr" />)
    </>
  );
}
