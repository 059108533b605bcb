import type { Operator } from './operators';

export const relativeUnits = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type RelativeUnit = (typeof relativeUnits)[number];

/** A span from now; days and longer follow the calendar of the workspace's time zone. */
export interface Relative {
  relative: { amount: number; unit: RelativeUnit; direction: 'past' | 'future' };
}

/** Dates are `2026-03-29` (that whole day in the workspace's time zone) or an ISO instant with its offset. */
export type Scalar = string | number;
export type Point = Scalar | Relative;
export interface Range {
  from: Point;
  to: Point;
}
export type ConditionValue = Point | readonly Scalar[] | Range;

export interface Condition {
  field: string;
  op: Operator;
  value?: ConditionValue | undefined;
}

/** `{all: []}` is everything; `any` needs at least one part. */
export type Predicate =
  | { all: readonly Predicate[] }
  | { any: readonly Predicate[] }
  | { not: Predicate }
  | Condition;

export const MAX_DEPTH = 8;
export const MAX_NODES = 200;

export function isRelative(value: unknown): value is Relative {
  return typeof value === 'object' && value !== null && 'relative' in value;
}

export function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}

/** The parts of a group with the step of the path that leads to each; a condition has none. */
export function partsOf(predicate: Predicate): readonly (readonly [step: string, part: Predicate])[] {
  if ('all' in predicate) return predicate.all.map((part, index) => [`all.${index}`, part]);
  if ('any' in predicate) return predicate.any.map((part, index) => [`any.${index}`, part]);
  if ('not' in predicate) return [['not', predicate.not]];
  return [];
}

/**
 * Says whether something unparsed is small enough to be parsed at all; walks without recursion, so that no
 * nesting can exhaust the stack.
 */
export function isWithinLimits(input: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 1 }];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    nodes += 1;
    if (nodes > MAX_NODES || next.depth > MAX_DEPTH) return false;
    for (const value of looseParts(next.value)) waiting.push({ value, depth: next.depth + 1 });
  }
  return true;
}

function looseParts(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { all, any, not } = value as Record<string, unknown>;
  return [all, any]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .concat(not === undefined ? [] : [not]);
}
