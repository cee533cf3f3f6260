import type { Publication } from '../core/publication.ts';

/** A line of chat on the channel page. */
export interface ChatLine {
  number: number;
  kind: 'message' | 'notice';
  name: string;
  color: string;
  text: string;
}

/** The latest chat lines of each channel; the page shows them. */
export interface ChatLog {
  /** Stores a chat event; ignores other events. */
  add(publication: Publication): void;
  linesOf(broadcasterId: string): readonly ChatLine[];
}

const KEPT_LINES = 60;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function messageText({ message }: Publication['event']): string {
  return typeof message === 'object' && message !== null && 'text' in message
    ? textOf(message.text)
    : '';
}

function lineOf({ type, event }: Publication): Omit<ChatLine, 'number'> | undefined {
  const name = textOf(event.chatter_user_name);
  const color = textOf(event.color);
  const message = messageText(event);
  if (type === 'channel.chat.message') return { kind: 'message', name, color, text: message };
  if (type !== 'channel.chat.notification') return undefined;
  const text = [textOf(event.system_message), message].filter(Boolean).join(' – ');
  return { kind: 'notice', name, color, text };
}

export function createChatLog(): ChatLog {
  const linesByChannel = new Map<string, ChatLine[]>();
  let count = 0;

  return {
    add(publication) {
      const line = lineOf(publication);
      const channel = textOf(publication.event.broadcaster_user_id);
      if (!line || channel === '') return;
      count += 1;
      const lines = [...(linesByChannel.get(channel) ?? []), { ...line, number: count }];
      linesByChannel.set(channel, lines.slice(-KEPT_LINES));
    },
    linesOf: (broadcasterId) => linesByChannel.get(broadcasterId) ?? [],
  };
}
