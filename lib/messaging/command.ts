import type * as z from 'zod/mini';

/** The allowed senders of a command: only the extension's own pages, or also the panel. */
export type AllowedSender = 'page' | 'content';

/** One command: its allowed senders, its data, and the type of the value in its reply. */
export interface Command<Data extends z.ZodMiniType = z.ZodMiniType, Value = unknown> {
  from: AllowedSender;
  data: Data;
  /** The data that the panel may send, if it may send less than the extension's own pages. */
  panelData?: z.ZodMiniType;
  /** Never set. It carries `Value` for {@link CommandValue}. */
  readonly value?: Value;
}

/**
 * Returns a function that defines a command with a reply of type `Value`. There are two calls
 * because TypeScript infers either all type arguments of a call or none.
 */
export function command<Value>() {
  return <Data extends z.ZodMiniType>(
    definition: Omit<Command<Data>, 'value'>,
  ): Command<Data, Value> => definition;
}
