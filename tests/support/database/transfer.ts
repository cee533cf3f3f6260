import {
  createTransferCommands,
  type TransferCommands,
} from '@/lib/app/commands/transfer-commands';
import type { FilePart } from '@/lib/app/transfer/read-lines';
import type { Database } from '@/lib/db/database';
import { deleteHistory } from '@/lib/db/history/events';
import { exportEvents } from '@/lib/db/transfer/export-events';
import { allEvents } from '@/lib/db/transfer/read-events';
import type { send } from '@/lib/messaging/client';
import type { CommandName } from '@/lib/messaging/protocol';
import { START } from '../fakes/fake-clock';
import { indexed } from './indexed';

/** The commands over a database, without a background around it. */
export function commandsOf(db: Database): TransferCommands {
  return createTransferCommands({
    db,
    recorder: { flush: async () => undefined },
    indexing: { recorded: () => undefined },
    publisher: { publish: () => undefined },
    seenMark: { imported: async () => undefined },
  });
}

/** Returns the lines of an export of everything. */
export async function linesOf(db: Database): Promise<string[]> {
  const { signal } = new AbortController();
  const events = allEvents(db, signal);
  const rest = { events, gapsOf: null, now: START, onProgress: () => undefined };
  const file = await exportEvents(db, { format: 'json', ...rest });
  return (await file.text()).trim().split('\n');
}

function* partsOf(lines: readonly string[], size: () => number): Generator<FilePart> {
  for (let start = 0, end = 0; start < lines.length; start = end) {
    end = start + size();
    yield { firstLine: start + 1, lines: lines.slice(start, end) };
  }
}

/** Imports a file, some lines at a time. */
export async function importAll(
  { checkFile, importFile }: Pick<TransferCommands, 'checkFile' | 'importFile'>,
  lines: readonly string[],
  size = () => 500,
) {
  let [added, known] = [0, 0];
  for (const part of partsOf(lines, size)) {
    const fault = await checkFile(part);
    if (fault !== null) throw new Error(`line ${fault.line}: ${fault.fault} ${fault.field}`);
    const reply = await importFile(part);
    if ('fault' in reply) throw new Error(`line ${reply.line} is broken only now`);
    added += reply.added;
    known += reply.known;
  }
  return { added, known };
}

/** All of a log, apart from the order in which its events arrived. */
export async function contentOf(db: Database) {
  await indexed(db);
  const events = await db.events.orderBy('id').toArray();
  const idOf = new Map(events.map(({ seq, id }) => [seq, id]));
  const words = await db.words.toArray();
  return {
    events: events.map(({ seq: _seq, row_at: _rowAt, folds_at: _foldsAt, ...event }) => event),
    counts: await db.counts.toArray(),
    gaps: (await db.gaps.orderBy('from').toArray()).map(({ seq: _seq, ...gap }) => gap),
    days: await db.days.toArray(),
    people: await db.people.toArray(),
    viewers: await db.viewers.toArray(),
    words: words
      .map(({ seq, ...word }) => [...Object.values(word), idOf.get(seq)].join(' '))
      .toSorted(),
  };
}

/** A background that does to the database what the real one does. */
export function backgroundOf(db: Database): typeof send {
  const { checkFile, importFile, deletePart } = commandsOf(db);
  const handlers: Partial<Record<CommandName, (data: never) => Promise<unknown>>> = {
    'history/import-check': checkFile,
    'history/import': importFile,
    'history/delete-part': ({ scope, after }) => deletePart(scope, after),
    'history/delete': async () => {
      await deleteHistory(db);
      return null;
    },
  };
  const answer = async (name: CommandName, data: unknown) => ({
    ok: true,
    value: await handlers[name]?.(data as never),
  });
  // Its replies are not typed by command.
  return answer as typeof send;
}
