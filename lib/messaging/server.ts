import * as z from 'zod/mini';
import { type Problem, problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import {
  type AllowedSender,
  type Command,
  type CommandData,
  type CommandName,
  type CommandValue,
  PROTOCOL,
  type Reply,
} from './protocol';

/** What the browser says of who sent a message. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/** What tells the extension's own pages from everybody else. */
export interface Identity {
  /** The extension's id. */
  id: string;
  /** The address that the extension's own pages begin with. */
  pagesUrl: string;
}

/** A use case for every command. */
export type Handlers = {
  [Name in CommandName]: (data: CommandData<Name>) => Promise<CommandValue<Name>>;
};

const TWITCH = 'https://www.twitch.tv/';

const messageSchema = z.object({ name: z.string(), data: z.unknown() });

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(PROTOCOL, name);
}

function isPage({ url }: Sender, { pagesUrl }: Identity): boolean {
  return url?.startsWith(pagesUrl) === true;
}

function isAllowed(from: AllowedSender, sender: Sender, identity: Identity): boolean {
  if (sender.id !== identity.id || sender.url === undefined) return false;
  if (isPage(sender, identity)) return true;
  return from === 'content' && sender.url.startsWith(TWITCH);
}

function refuse(problem: Problem): Reply<never> {
  return { ok: false, problem };
}

/**
 * Answers commands: checks name, sender and data, in this order, before anything runs. Whatever a
 * handler throws travels as its problem.
 */
export function createServer(handlers: Handlers, identity: Identity, log: Log) {
  async function run(name: CommandName, data: unknown, sender: Sender): Promise<Reply<unknown>> {
    const command: Command = PROTOCOL[name];
    const panelData = command.panelData ?? command.data;
    const parsed = z.safeParse(isPage(sender, identity) ? command.data : panelData, data);
    if (!parsed.success) return refuse('not_allowed');
    try {
      // The schema of this very name has just been met.
      const value = await handlers[name](parsed.data as never);
      return { ok: true, value };
    } catch (error) {
      log.warn(`${name} failed`, error);
      return refuse(problemOf(error));
    }
  }

  return async (message: unknown, sender: Sender): Promise<Reply<unknown>> => {
    const parsed = z.safeParse(messageSchema, message);
    if (!parsed.success || !isCommand(parsed.data.name)) return refuse('not_allowed');
    const { name, data } = parsed.data;
    if (!isAllowed(PROTOCOL[name].from, sender, identity)) return refuse('not_allowed');
    return await run(name, data, sender);
  };
}
