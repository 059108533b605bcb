import { invalidInput } from './errors';

/** One page of a keyset-paginated list; `nextCursor` is null on the last page. */
export interface Page<Item> {
  data: Item[];
  nextCursor: string | null;
}

/** Position behind a row: the values of its sort columns, then its id. */
export type CursorPosition = readonly (string | number | null)[];

export function encodeCursor(position: CursorPosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Refuses (`invalid_cursor`) anything that `encodeCursor` did not make with this many values. */
export function decodeCursor(cursor: string, length: number): CursorPosition {
  const refused = invalidInput([{ path: 'cursor', reason: 'invalid_cursor' }]);
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  const isPosition =
    Array.isArray(position) &&
    position.length === length &&
    position.every((part) => part === null || typeof part === 'string' || typeof part === 'number');
  if (!isPosition) throw refused;
  return position as CursorPosition;
}

/**
 * Cuts a page out of `limit + 1` fetched rows.
 * @param positionOf the sort values and id of a row, in the order the query sorts by
 */
export function toPage<Item>(
  rows: readonly Item[],
  limit: number,
  positionOf: (row: Item) => CursorPosition,
): Page<Item> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data, nextCursor: hasMore ? encodeCursor(positionOf(last)) : null };
}
