import * as z from 'zod/mini';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Problem } from '@/lib/domain/problem';

/** Who may send a command: the extension's own pages, or also the panel on twitch.tv. */
export type AllowedSender = 'page' | 'content';

/** Who may send a command, and with what. */
export interface Command {
  from: AllowedSender;
  data: z.ZodMiniType;
  /** What the panel may send, where that is less. */
  panelData?: z.ZodMiniType;
}

/** Every command there is. They are the only way into the background. */
export const PROTOCOL = {
  /** `rights`: what is asked for beyond what a plain viewer needs. */
  'auth/begin': {
    from: 'content',
    data: z.object({ rights: z.optional(z.enum(SCOPE_SETS)) }),
    // The panel lies on a page that is not ours: nothing more is granted by a click there.
    panelData: z.object({ rights: z.optional(z.literal('viewer')) }),
  },
  'auth/signOut': { from: 'page', data: z.object({}) },
  /** Channels for what was typed so far. */
  'channels/suggest': {
    from: 'page',
    data: z.object({ query: z.string().check(z.maxLength(100)) }),
  },
  'favorite/set': {
    from: 'content',
    data: z.object({ userName: z.string().check(z.maxLength(200)) }),
  },
  'feed/seen': { from: 'content', data: z.object({ upTo: z.int().check(z.nonnegative()) }) },
  /** Whether the lists show nothing but subs and cheers. */
  'feed/subsAndCheersOnly': { from: 'page', data: z.object({ isOn: z.boolean() }) },
  'history/delete': { from: 'page', data: z.object({}) },
  'history/startAnew': { from: 'page', data: z.object({}) },
} as const satisfies Record<string, Command>;

/** Name of a command. */
export type CommandName = keyof typeof PROTOCOL;

/** What a command is sent with. */
export type CommandData<Name extends CommandName> = z.infer<(typeof PROTOCOL)[Name]['data']>;

interface CommandValues {
  'auth/begin': null;
  'auth/signOut': null;
  'channels/suggest': Suggestion[];
  'favorite/set': Streamer;
  'feed/seen': null;
  'feed/subsAndCheersOnly': null;
  'history/delete': null;
  'history/startAnew': null;
}

/** What a command answers when it worked. */
export type CommandValue<Name extends CommandName> = CommandValues[Name];

/** How a command ended. Errors lose their class on the way, so a code travels instead. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };
