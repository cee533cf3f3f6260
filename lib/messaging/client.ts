import { browser } from 'wxt/browser';
import type { CommandData, CommandName, CommandValue, Reply } from './protocol';

/**
 * Sends a command to the background and returns its reply. Never throws: if the background cannot be
 * reached, for example after an update of the extension, the reply is the problem `unreachable`.
 */
export async function send<Name extends CommandName>(
  name: Name,
  data: CommandData<Name>,
): Promise<Reply<CommandValue<Name>>> {
  try {
    const reply: Reply<CommandValue<Name>> | undefined = await browser.runtime.sendMessage({
      name,
      data,
    });
    return reply ?? { ok: false, problem: 'unreachable' };
  } catch {
    return { ok: false, problem: 'unreachable' };
  }
}

/**
 * Wakes the background if it has ended, so that a screen does not have to wait for the alarm. Any
 * command would do; this one marks nothing as seen, so it changes nothing.
 */
export async function wake(): Promise<void> {
  await send('feed/seen', { upTo: 0 });
}
