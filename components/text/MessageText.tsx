import type { Message, MessageParam } from '@/lib/domain/wording/message';
import { paramText, pieces } from '@/lib/i18n/text';
import { UntrustedText } from './UntrustedText';

/**
 * Shows a message of the catalog, with its names and numbers in bold. Texts of Twitch's users are
 * shown as text, never as markup.
 */
export function MessageText({ message }: { message: Message }) {
  const parts = pieces(message);
  if (parts.length === 1 && parts[0] !== undefined && 'param' in parts[0]) {
    // The message is one untrusted text only: bold would not set it apart from anything.
    return <UntrustedText text={paramText(parts[0].param)} />;
  }
  return parts.map((piece, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the pieces never change their order
    'words' in piece ? piece.words : <Value key={index} param={piece.param} />,
  );
}

function Value({ param }: { param: MessageParam }) {
  if (typeof param === 'string' || (typeof param === 'object' && 'list' in param)) {
    return (
      <b>
        <UntrustedText text={paramText(param)} />
      </b>
    );
  }
  if (typeof param === 'object' && 'params' in param) return <MessageText message={param} />;
  if (typeof param === 'object' && 'message' in param) {
    return <b data-term={param.message}>{paramText(param)}</b>;
  }
  return <b>{paramText(param)}</b>;
}
