import * as z from 'zod/mini';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { ViewerCounts } from '@/lib/domain/channel/viewer-counts';
import type { NotifyReply } from '@/lib/domain/notification/notify-reply';
import type { Problem } from '@/lib/domain/problem';
import type { Away } from '@/lib/domain/view/away';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import type { RecordingPage } from '@/lib/domain/view/recording-page';
import { choicesSchema } from './choices-schema';
import { type Command, command } from './command';
import { idSchema, kindSchema, notifyShape, pageSchema, rowIdSchema, typedSchema } from './fields';
import { HISTORY_PROTOCOL } from './history-protocol';

/** All commands. They are the only way into the background. */
export const PROTOCOL = {
  /** `rights` is a scope set. The name of the field is part of the wire format. */
  'auth/begin': command<null>()({
    from: 'content',
    data: z.object({ rights: z.optional(z.enum(SCOPE_SETS)) }),
    // The panel is on a page that is not ours. A click there must not lead to more scopes.
    panelData: z.object({ rights: z.optional(z.literal('viewer')) }),
  }),
  'auth/signOut': command<null>()({ from: 'page', data: z.object({}) }),
  /** Returns the scopes that the user has granted: none while nobody is signed in. */
  'account/scopes': command<string[]>()({
    from: 'page',
    data: z.object({}),
  }),
  /**
   * Returns channels that match an incomplete user name. With an empty one, the followed channels
   * that are live.
   */
  'channels/suggest': command<Suggestion[]>()({
    from: 'page',
    data: z.object({ query: typedSchema }),
  }),
  /** Returns how many viewers the streamers of the list have that are live, as far as it is known. */
  'channels/viewers': command<ViewerCounts>()({
    from: 'page',
    data: z.object({}),
  }),
  /** Tries again at once what could not be done: to connect, to store, to check the sign-in. */
  'connection/retry': command<null>()({
    from: 'page',
    data: z.object({}),
  }),
  'favorite/set': command<Streamer>()({
    from: 'content',
    data: z.object({ userName: typedSchema }),
  }),
  /**
   * Sums up what the user has missed of a streamer, or of everybody in the list; `null` if the user was
   * hardly away.
   */
  'feed/away': command<Away | null>()({
    from: 'content',
    data: z.object({ streamerId: z.optional(idSchema) }),
  }),
  /**
   * Hides the events like those of a kind, or shows them again: in the list of the streamer, if it
   * has a filter of its own, or else in all lists.
   */
  'feed/hideKind': command<null>()({
    from: 'content',
    data: z.object({ kind: kindSchema, streamerId: idSchema, isHidden: z.boolean() }),
  }),
  /** Returns rows of a streamer that are older than the row with the id `before`, ten if not told. */
  'feed/page': command<FeedPage>()({
    from: 'content',
    data: z.object({ streamerId: idSchema, before: rowIdSchema, limit: pageSchema }),
  }),
  'feed/seen': command<null>()({
    from: 'content',
    data: z.object({
      upTo: z.int().check(z.nonnegative()),
      /** The id of the oldest row on screen; absent if there are no older rows. */
      downTo: z.optional(rowIdSchema),
      /** The streamer of the list; absent for the list over everybody. */
      streamerId: z.optional(z.string().check(z.maxLength(50))),
      /** True if the user has asked for it, so that `feed/undoSeen` takes it back. */
      canUndo: z.optional(z.boolean()),
    }),
  }),
  /**
   * `isOn` is true if the lists show only subs and cheers: the list of one streamer, if it has a
   * filter of its own, or else all lists.
   */
  'feed/subsAndCheersOnly': command<null>()({
    from: 'content',
    data: z.object({ isOn: z.boolean(), streamerId: z.optional(idSchema) }),
  }),
  /**
   * Takes back the last `feed/seen` that the user has asked for. Returns false if it is too late.
   */
  'feed/undoSeen': command<boolean>()({
    from: 'page',
    data: z.object({}),
  }),
  /**
   * Switches notifications of such events on, or off again. If the user must switch them on as a whole
   * first, the options open where that is done. `null` if nobody can be notified of such events.
   */
  'notifications/choose': command<NotifyReply | null>()({
    from: 'content',
    data: z.object({ ...notifyShape, all: z.optional(z.boolean()) }),
    // Only a page of ours can have asked for the permission.
    panelData: z.object(notifyShape),
  }),
  /** Opens the options, at a section if one is named. No link on a web page can. */
  'options/open': command<null>()({
    from: 'content',
    data: z.object({ section: z.optional(z.string().check(z.regex(/^[a-z-]{1,30}$/))) }),
  }),
  /**
   * Returns the events around a second of a recording. `null` if it is of nobody in the list, or no
   * recording of a broadcast.
   */
  'recordings/events': command<RecordingPage | null>()({
    from: 'content',
    data: z.object({
      videoId: z.string().check(z.regex(/^\d{1,20}$/)),
      second: z.int().check(z.nonnegative()),
    }),
  }),
  'streamers/add': command<Streamer>()({
    from: 'content',
    data: z.object({ userName: typedSchema }),
  }),
  /** Changes what the user has chosen for one streamer. */
  'streamers/choose': command<null>()({
    from: 'page',
    data: z.object({ streamerId: idSchema, choices: choicesSchema }),
  }),
  'streamers/remove': command<null>()({
    from: 'page',
    data: z.object({ streamerId: idSchema }),
  }),
  /** Removes a streamer that was added a moment ago. The panel may remove nobody else. */
  'streamers/undoAdd': command<null>()({
    from: 'content',
    data: z.object({ streamerId: idSchema }),
  }),
  'streamers/undoRemove': command<null>()({
    from: 'page',
    data: z.object({ streamerId: idSchema }),
  }),
  ...HISTORY_PROTOCOL,
  /** Shows the page for the first run. A page of Twitch cannot link to it. */
  'welcome/open': command<null>()({
    from: 'content',
    data: z.object({}),
  }),
};

type Protocol = typeof PROTOCOL;

/** Name of a command. */
export type CommandName = keyof Protocol;

/** The data of a command. */
export type CommandData<Name extends CommandName> = z.infer<Protocol[Name]['data']>;

/** The value in the reply of a command that succeeded. */
export type CommandValue<Name extends CommandName> =
  Protocol[Name] extends Command<z.ZodMiniType, infer Value> ? Value : never;

/** The reply to a command. An `Error` loses its class on the way, so a problem code is sent. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };
