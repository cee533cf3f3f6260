import { browser } from 'wxt/browser';
import type { CommandData, CommandName, CommandValue, Reply } from './protocol';

/**
 * Sends a command to the background and gives its reply. Never throws: a background that can't be
 * reached, as after an update of the extension, is the problem `unreachable`.
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
 * Wakes the background where it has ended, so that whoever opens a screen need not wait for its
 * alarm. Any command does; this one says that nothing was seen so far, which changes nothing.
 */
export async function wake(): Promise<void> {
  await send('feed/seen', { upTo: 0 });
}
