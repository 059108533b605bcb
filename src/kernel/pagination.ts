import { invalidInput } from './errors';
import { isUuid } from './ids';

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

/** What a value of a cursor is: a small number, how many were shown, an ISO moment in UTC (that may be missing), a text, an id. */
export type CursorPart = 'rank' | 'offset' | 'instant' | 'instant-or-null' | 'text' | 'id';

const fits: Record<CursorPart, (value: unknown) => boolean> = {
  rank: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 100,
  offset: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000,
  instant: isInstant,
  'instant-or-null': (value) => value === null || isInstant(value),
  text: (value) => typeof value === 'string' && !value.includes('\u0000'),
  id: isUuid,
};

/** Each value is held against its kind: a cursor nobody gave out is refused (`invalid_cursor`) and never reaches SQL. */
export function decodeCursor(cursor: string, parts: readonly CursorPart[]): CursorPosition {
  const refused = invalidInput([{ path: 'cursor', reason: 'invalid_cursor' }]);
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  const isPosition =
    Array.isArray(position) &&
    position.length === parts.length &&
    parts.every((part, place) => fits[part]((position as unknown[])[place]));
  if (!isPosition) throw refused;
  return position as CursorPosition;
}

function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))
  );
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
