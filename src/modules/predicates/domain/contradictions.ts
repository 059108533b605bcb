import type { Fields } from './field';
import { type Condition, isRange, type Predicate } from './grammar';
import { positiveOf } from './operators';

/**
 * Index of the first part of an `all` that cannot hold together with one before it, or undefined. Sees what is cheap
 * and certain between conditions on one field: two values at once, a value and none, numbers that leave no room.
 */
export function contradictionIn(parts: readonly Predicate[], fields: Fields): number | undefined {
  const conditions = parts.flatMap((part, index) => ('field' in part ? [{ condition: part, index }] : []));
  const clash = conditions.find(({ condition, index }) =>
    conditions.some(
      (other) =>
        other.index < index &&
        other.condition.field === condition.field &&
        contradict(other.condition, condition, fields.get(condition.field)?.hasMany === true),
    ),
  );
  return clash?.index;
}

function contradict(one: Condition, other: Condition, hasMany: boolean): boolean {
  if (isComplement(one, other) || isEmptyAgainstValue(one, other) || isEmptyAgainstValue(other, one))
    return true;
  // With several values per row each condition may be met by another of them.
  if (hasMany) return false;
  const values = equalValues(one);
  const otherValues = equalValues(other);
  if (values && otherValues) return !values.some((value) => otherValues.includes(value));
  if (isPair(one, other, 'isTrue', 'isFalse')) return true;
  return hasNoRoom(one, other);
}

/** `is x` beside `is not x`. */
function isComplement(one: Condition, other: Condition): boolean {
  const a = positiveOf(one.op);
  const b = positiveOf(other.op);
  const isSame = JSON.stringify(one.value) === JSON.stringify(other.value);
  return a.op === b.op && a.isNegated !== b.isNegated && isSame;
}

function isEmptyAgainstValue(one: Condition, other: Condition): boolean {
  return one.op === 'isEmpty' && !positiveOf(other.op).isNegated;
}

function isPair(one: Condition, other: Condition, a: Condition['op'], b: Condition['op']): boolean {
  return (one.op === a && other.op === b) || (one.op === b && other.op === a);
}

/** The values of `is` and `is any of`; `me` may be anybody, so it is compared with nobody. */
function equalValues({ op, value }: Condition): readonly unknown[] | undefined {
  if (op !== 'is' && op !== 'isAnyOf') return undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.includes('me') ? undefined : values;
}

interface Bounds {
  low: number;
  high: number;
  isOpen: boolean;
}

function hasNoRoom(one: Condition, other: Condition): boolean {
  const a = boundsOf(one);
  const b = boundsOf(other);
  if (!a || !b) return false;
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low > high || (low === high && (a.isOpen || b.isOpen));
}

/** Where the numbers that meet a condition lie; `isOpen` where the bound itself does not. */
function boundsOf({ op, value }: Condition): Bounds | undefined {
  if (
    op === 'isBetween' &&
    isRange(value) &&
    typeof value.from === 'number' &&
    typeof value.to === 'number'
  ) {
    return { low: value.from, high: value.to, isOpen: false };
  }
  if (typeof value !== 'number') return undefined;
  if (op === 'is') return { low: value, high: value, isOpen: false };
  if (op === 'isLess' || op === 'isAtMost') return { low: -Infinity, high: value, isOpen: op === 'isLess' };
  if (op === 'isMore' || op === 'isAtLeast') return { low: value, high: Infinity, isOpen: op === 'isMore' };
  return undefined;
}
