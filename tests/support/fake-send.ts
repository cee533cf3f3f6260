import type { send } from '@/lib/messaging/client';
import type { CommandName, Reply } from '@/lib/messaging/protocol';

/** Stands for the background: keeps what was sent and answers as it was told. */
export type FakeSend = typeof send & { sent: [name: CommandName, data: unknown][] };

/** What commands are answered with unless a test says otherwise; those that are not here, with null. */
const ANSWERS: Partial<Record<CommandName, unknown>> = { 'channels/suggest': [] };

/** Makes a background that does everything it is asked, save what `replies` say otherwise. */
export function fakeSend(replies: Partial<Record<CommandName, Reply<never>>> = {}): FakeSend {
  const sent: FakeSend['sent'] = [];
  const answer = async (name: CommandName, data: unknown): Promise<Reply<unknown>> => {
    sent.push([name, data]);
    return replies[name] ?? { ok: true, value: ANSWERS[name] ?? null };
  };
  // Its answers are not typed by command as the real ones are.
  return Object.assign(answer as typeof send, { sent });
}
