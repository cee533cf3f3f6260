import * as z from 'zod/mini';
import type { LineFault } from '@/lib/domain/transfer/fault';
import { MAX_DELETED } from '@/lib/domain/transfer/limits';
import { command } from './command';
import { filePartSchema, idSchema, rowIdSchema, scopeSchema, timeSchema } from './fields';

/** The commands that show the history, and change it as the user wishes. */
export const HISTORY_PROTOCOL = {
  'history/delete': command<null>()({ from: 'page', data: z.object({}) }),
  /** Deletes events by their ids. Returns how many there were. */
  'history/delete-events': command<number>()({
    from: 'page',
    data: z.object({ ids: z.array(rowIdSchema).check(z.maxLength(MAX_DELETED)) }),
  }),
  /**
   * Deletes the next events of a scope. `next` is the `after` of the command that goes on; `null` once
   * all are deleted.
   */
  'history/delete-part': command<{ deleted: number; next: number | null }>()({
    from: 'page',
    data: z.object({ scope: scopeSchema, after: timeSchema }),
  }),
  /** Takes lines of a file into the log, or nothing if one of them cannot be read. */
  'history/import': command<{ added: number; known: number } | LineFault>()({
    from: 'page',
    data: filePartSchema,
  }),
  /** Returns the first of some lines of a file that cannot be read; `null` if all can. */
  'history/import-check': command<LineFault | null>()({ from: 'page', data: filePartSchema }),
  /** Shows the history, or what one viewer did in it. A page of Twitch cannot link to it. */
  'history/open': command<null>()({
    from: 'content',
    data: z.object({ viewerId: z.optional(idSchema) }),
  }),
  'history/startAnew': command<null>()({ from: 'page', data: z.object({}) }),
};
