import type { MessageParam } from '@/lib/domain/wording/message';
import { paramText, pieces, type Spoken } from '@/lib/i18n/text';
import { UntrustedText } from './UntrustedText';

/**
 * A sentence of the catalog in which names and numbers stand out. What Twitch's users wrote is
 * only ever text here, never markup.
 */
export function MessageText({ told }: { told: Spoken }) {
  const parts = pieces(told);
  if (parts.length === 1 && parts[0] !== undefined && 'param' in parts[0]) {
    // Nothing but foreign words: there is nothing that they could stand out from.
    return <UntrustedText text={paramText(parts[0].param)} />;
  }
  return parts.map((piece, index) =>
    // The pieces of a sentence never change places.
    // oxlint-disable-next-line react/no-array-index-key -- see above
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
  if (typeof param === 'object' && 'params' in param) return <MessageText told={param} />;
  if (typeof param === 'object' && 'message' in param) {
    return <b data-term={param.message}>{paramText(param)}</b>;
  }
  return <b>{paramText(param)}</b>;
}
