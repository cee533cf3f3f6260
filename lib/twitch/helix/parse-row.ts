import { type DataObject, getRawData } from '@twurple/common';
import * as z from 'zod/mini';

/** Parses one row of Helix. Throws a `ZodError` if it does not match the schema. */
export function parseRow<Schema extends z.ZodMiniType>(
  schema: Schema,
  row: DataObject<unknown>,
): z.infer<Schema> {
  return schema.parse(getRawData(row));
}

/** Parses rows of Helix and leaves out those that do not match the schema. */
export function parseValidRows<Schema extends z.ZodMiniType>(
  schema: Schema,
  rows: readonly DataObject<unknown>[],
): z.infer<Schema>[] {
  return rows.flatMap((row) => {
    const parsed = z.safeParse(schema, getRawData(row));
    return parsed.success ? [parsed.data] : [];
  });
}
