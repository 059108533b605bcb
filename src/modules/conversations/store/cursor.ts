import { invalidInput } from '@/kernel/errors';
import { isUuid } from '@/kernel/ids';
import { type CursorPosition, decodeCursor } from '@/kernel/pagination';

export type CursorPart = 'rank' | 'instant' | 'id';

/** A cursor's position, each part held against its kind, so that a forged one is refused and never reaches SQL. */
export function readCursor(cursor: string | undefined, parts: readonly CursorPart[]): CursorPosition | null {
  if (cursor === undefined) return null;
  const position = decodeCursor(cursor, parts.length);
  const fits = parts.every((part, index) => fitsPart(part, position[index]));
  if (!fits) throw invalidInput([{ path: 'cursor', reason: 'invalid_cursor' }]);
  return position;
}

function fitsPart(part: CursorPart, value: unknown): boolean {
  if (part === 'rank') return Number.isInteger(value) && Math.abs(Number(value)) < 100;
  if (part === 'id') return isUuid(value);
  return (
    value === null ||
    (typeof value === 'string' &&
      /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) &&
      !Number.isNaN(Date.parse(value)))
  );
}
