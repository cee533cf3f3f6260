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

/** What the browser says of who sent a message. Browsers differ in which of it they say. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  /** Of the document, without a path; `null` in words for a sandboxed one. */
  origin?: string | undefined;
  /** The tab a content script or a page of ours is in. */
  tab?: unknown;
  /** 0 for what stands in a tab itself, and not in a frame of another page. */
  frameId?: number | undefined;
  /** Chrome only. */
  documentLifecycle?: string | undefined;
}

/** What tells the extension's own pages from everybody else. */
export interface Identity {
  /** The extension's id. */
  id: string;
  /** Origin of the extension's own pages. */
  origin: string;
}

/** A use case for every command. */
export type Handlers = {
  [Name in CommandName]: (data: CommandData<Name>) => Promise<CommandValue<Name>>;
};

const TWITCH = 'https://www.twitch.tv';

const messageSchema = z.object({ name: z.string(), data: z.unknown() });

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(PROTOCOL, name);
}

/** Whether the sender's document is of `origin`, by all that the browser says of it. */
function isOf(sender: Sender, origin: string): boolean {
  return sender.url?.startsWith(`${origin}/`) === true && (sender.origin ?? origin) === origin;
}

/** The panel stands in a tab that is shown to the user: in no frame, and on no page loaded ahead. */
function isPanel(sender: Sender): boolean {
  return (
    isOf(sender, TWITCH) &&
    sender.tab !== undefined &&
    sender.frameId === 0 &&
    (sender.documentLifecycle ?? 'active') === 'active'
  );
}

function isAllowed(from: AllowedSender, sender: Sender, identity: Identity): boolean {
  if (sender.id !== identity.id) return false;
  return isOf(sender, identity.origin) || (from === 'content' && isPanel(sender));
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
    const parsed = z.safeParse(isOf(sender, identity.origin) ? command.data : panelData, data);
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
