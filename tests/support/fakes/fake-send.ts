import type { send } from '@/lib/messaging/client';
import type { CommandName, Reply } from '@/lib/messaging/protocol';

/** A fake background: `sent` lists the commands that it has received. */
export type FakeSend = typeof send & { sent: [name: CommandName, data: unknown][] };

/** The values that commands return by default. Commands that are not listed return `null`. */
const DEFAULT_VALUES: Partial<Record<CommandName, unknown>> = {
  'account/scopes': [],
  'channels/suggest': [],
  'channels/viewers': { at: 0, byStreamer: {} },
};

/** Creates a fake background. All commands succeed, except those with another reply in `replies`. */
export function fakeSend(replies: Partial<Record<CommandName, Reply<never>>> = {}): FakeSend {
  const sent: FakeSend['sent'] = [];
  const reply = async (name: CommandName, data: unknown): Promise<Reply<unknown>> => {
    sent.push([name, data]);
    return replies[name] ?? { ok: true, value: DEFAULT_VALUES[name] ?? null };
  };
  // Unlike those of the real function, its replies are not typed by command.
  return Object.assign(reply as typeof send, { sent });
}
