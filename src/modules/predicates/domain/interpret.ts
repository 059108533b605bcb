import { Temporal } from 'temporal-polyfill';
import { type Clock, isDay } from './dates';
import type { Condition, Point, Predicate, Range, Relative, Scalar } from './grammar';
import { isRelative } from './grammar';
import { type PositiveOperator, positiveOf } from './operators';

/** A row by field name; a list holds several values, null or an absent key is a missing one. */
export type Row = Readonly<Record<string, Value | null | readonly Value[]>>;
type Value = string | number | boolean | Date;

/**
 * The plain reading of a predicate, for one row in memory: the oracle that compiled SQL is held against. Written for
 * obviousness and apart from the compiler on purpose: days are compared as calendar days, not as spans of instants.
 */
export function interpretPredicate(
  predicate: Predicate,
  row: Row,
  context: Clock & { memberId?: string },
): boolean {
  if ('all' in predicate) return predicate.all.every((part) => interpretPredicate(part, row, context));
  if ('any' in predicate) return predicate.any.some((part) => interpretPredicate(part, row, context));
  if ('not' in predicate) return !interpretPredicate(predicate.not, row, context);
  const { op, isNegated } = positiveOf(predicate.op);
  const values = valuesOf(row, predicate.field);
  const holds =
    op === 'includesAll'
      ? listOf(predicate.value).every((wanted) => values.includes(wanted))
      : values.some((value) => satisfies(value, op, predicate, context));
  return holds !== isNegated;
}

function valuesOf(row: Row, field: string): readonly Value[] {
  const value = row[field];
  if (value === null || value === undefined) return [];
  const values: readonly Value[] = Array.isArray(value) ? value : [value as Value];
  return values.filter((item) => item !== '');
}

function satisfies(
  value: Value,
  op: Exclude<PositiveOperator, 'includesAll'>,
  { value: wanted }: Condition,
  context: Clock & { memberId?: string },
): boolean {
  switch (op) {
    case 'is':
    case 'isAnyOf':
    case 'includesAny':
      return listOf(wanted).some(
        (item) => value === (item === 'me' && context.memberId ? context.memberId : item),
      );
    case 'contains':
      return String(value).toLowerCase().includes(String(wanted).toLowerCase());
    case 'startsWith':
      return String(value).toLowerCase().startsWith(String(wanted).toLowerCase());
    case 'isLess':
      return Number(value) < Number(wanted);
    case 'isAtMost':
      return Number(value) <= Number(wanted);
    case 'isMore':
      return Number(value) > Number(wanted);
    case 'isAtLeast':
      return Number(value) >= Number(wanted);
    case 'isBetween':
      return isBetween(value, wanted as Range, context);
    case 'isBefore':
      return order(value as Date, wanted as Point, context) < 0;
    case 'isAfter':
      return order(value as Date, wanted as Point, context) > 0;
    case 'isOn':
      return order(value as Date, wanted as Point, context) === 0;
    case 'isWithin':
      return isWithin(value as Date, wanted as Relative, context);
    case 'isTrue':
      return value === true;
    case 'isFalse':
      return value === false;
    case 'isNotEmpty':
      return true;
  }
}

function isBetween(value: Value, { from, to }: Range, clock: Clock): boolean {
  if (!(value instanceof Date)) return Number(value) >= Number(from) && Number(value) <= Number(to);
  return order(value, from, clock) >= 0 && order(value, to, clock) <= 0;
}

function isWithin(value: Date, { relative }: Relative, clock: Clock): boolean {
  const sinceNow = Math.sign(value.getTime() - clock.now.getTime());
  const sinceEdge = order(value, { relative }, clock);
  return relative.direction === 'past' ? sinceNow <= 0 && sinceEdge >= 0 : sinceNow >= 0 && sinceEdge <= 0;
}

/** −1, 0, 1: the value stands before, on or after the point; on a day for a day, else to the millisecond. */
function order(value: Date, point: Point, clock: Clock): number {
  const local = Temporal.Instant.fromEpochMilliseconds(value.getTime()).toZonedDateTimeISO(clock.timeZone);
  if (isDay(point))
    return Temporal.PlainDate.compare(local.toPlainDate(), Temporal.PlainDate.from(String(point)));
  const at = isRelative(point) ? away(point, clock) : Date.parse(String(point));
  return Math.sign(value.getTime() - at);
}

function away({ relative: { amount, unit, direction } }: Relative, clock: Clock): number {
  const now = Temporal.Instant.fromEpochMilliseconds(clock.now.getTime()).toZonedDateTimeISO(clock.timeZone);
  const span = Temporal.Duration.from({ [`${unit}s`]: amount });
  return (direction === 'past' ? now.subtract(span) : now.add(span)).epochMilliseconds;
}

function listOf(value: Condition['value']): readonly Scalar[] {
  return Array.isArray(value) ? value : [value as Scalar];
}
