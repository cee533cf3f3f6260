import * as z from 'zod/mini';
import { type Problem, problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { AllowedSender, Command } from './command';
import {
  type CommandData,
  type CommandName,
  type CommandValue,
  PROTOCOL,
  type Reply,
} from './protocol';

/** The sender of a message as the browser describes it. Not every browser sets every field. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  /** Origin of the document; the string `null` for a sandboxed one. */
  origin?: string | undefined;
  /** Set if the sender is a content script, or an extension page in a tab. */
  tab?: unknown;
  /** 0 for the page of the tab, not one of its frames. */
  frameId?: number | undefined;
  /** Only in Chrome: https://developer.chrome.com/docs/extensions/reference/api/runtime */
  documentLifecycle?: string | undefined;
}

/** Identifies the extension's own pages. */
export interface Identity {
  /** The extension's id. */
  id: string;
  /** Origin of the extension's own pages. */
  origin: string;
}

/** The handler of each command. */
export type Handlers = {
  [Name in CommandName]: (data: CommandData<Name>) => Promise<CommandValue<Name>>;
};

const TWITCH = 'https://www.twitch.tv';

const messageSchema = z.object({ name: z.string(), data: z.unknown() });

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(PROTOCOL, name);
}

/** Returns true if both the URL and the origin of the sender belong to `origin`. */
function isOf(sender: Sender, origin: string): boolean {
  return sender.url?.startsWith(`${origin}/`) === true && (sender.origin ?? origin) === origin;
}

/** Returns true for a page of Twitch in a visible tab: not in a frame, and not prerendered. */
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
 * Returns a function that handles a message and returns the reply. It checks name, sender and data,
 * in this order, before the handler runs. If the handler throws, the reply is its problem.
 */
export function createServer(handlers: Handlers, identity: Identity, log: Log) {
  async function run(name: CommandName, data: unknown, sender: Sender): Promise<Reply<unknown>> {
    const command: Command = PROTOCOL[name];
    const panelData = command.panelData ?? command.data;
    const parsed = z.safeParse(isOf(sender, identity.origin) ? command.data : panelData, data);
    if (!parsed.success) return refuse('not_allowed');
    try {
      // The data has just been parsed with the schema of this command.
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
