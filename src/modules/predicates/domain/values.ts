import { isUuid } from '@/kernel/ids';
import { isDay } from './dates';
import type { FieldRules } from './field';
import { type ConditionValue, isRange, isRelative, type Range } from './grammar';
import type { valueShapes } from './operators';

type Shape = Exclude<(typeof valueShapes)[keyof typeof valueShapes], 'none'>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const FIRST_YEAR = '1000';
const LAST_YEAR = '8999';

/** True where the value has the operator's shape and each part of it the field's type. */
export function fitsField(value: ConditionValue, shape: Shape, field: FieldRules): boolean {
  switch (shape) {
    case 'list':
      return Array.isArray(value) && value.length > 0 && value.every((item) => fitsType(item, field));
    case 'range':
      return isRange(value) && fitsType(value.from, field) && fitsType(value.to, field);
    case 'period':
      return isRelative(value);
    case 'one':
      return fitsType(value, field);
  }
}

function fitsType(value: unknown, field: FieldRules): boolean {
  switch (field.type) {
    case 'number':
      return (
        typeof value === 'number' && (field.isInteger ? Number.isSafeInteger(value) : Number.isFinite(value))
      );
    case 'date':
      return isRelative(value) || isDate(value);
    case 'reference':
      return isUuid(value) || (value === 'me' && field.refersTo === 'member');
    case 'boolean':
      return false;
    case 'text':
    case 'choice':
    case 'multi':
      return typeof value === 'string' && value !== '';
  }
}

/** A day that exists, or an instant with its offset. */
function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || value.slice(0, 4) < FIRST_YEAR || value.slice(0, 4) > LAST_YEAR)
    return false;
  if (isDay(value)) return isCalendarDay(value);
  return INSTANT.test(value) && isCalendarDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

function isCalendarDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

/** True for a range that ends before it begins, as far as that can be seen without knowing the time. */
export function isReversed({ from, to }: Range): boolean {
  if (typeof from === 'number' && typeof to === 'number') return from > to;
  if (typeof from !== 'string' || typeof to !== 'string') return false;
  return isDay(from) && isDay(to)
    ? from > to
    : !isDay(from) && !isDay(to) && Date.parse(from) > Date.parse(to);
}
