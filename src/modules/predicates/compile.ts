import { invalidInput } from '@/kernel/errors';
import { join, type Sql, sql } from '@/platform/db/sql';
import { type Catalogue, type CompileContext, describeFields, type FieldDefinition } from './catalogue';
import { periodOf, type Span, spanOf } from './domain/dates';
import type { Condition, Point, Predicate, Range, Relative, Scalar } from './domain/grammar';
import { type PositiveOperator, positiveOf } from './domain/operators';
import { validatePredicate } from './domain/validate';

/**
 * One condition for a WHERE clause, every value a parameter. Refuses (`invalid_input`, one field error per place) what
 * the catalogue does not know or the types do not allow. The result is true for the rows meant and false or null for
 * all others: negations are pushed down to the comparisons, where they are written null-safe, so that a positive
 * comparison stays bare and can use its index.
 */
export function compilePredicate(predicate: Predicate, catalogue: Catalogue, context: CompileContext): Sql {
  const checked = validatePredicate(predicate, describeFields(catalogue));
  if (!checked.ok) throw invalidInput(checked.refusal);
  return compileNode(predicate, false, catalogue, context);
}

function compileNode(
  node: Predicate,
  isNegated: boolean,
  catalogue: Catalogue,
  context: CompileContext,
): Sql {
  if ('not' in node) return compileNode(node.not, !isNegated, catalogue, context);
  if ('field' in node) return compileCondition(node, isNegated, catalogue, context);
  const isAll = 'all' in node;
  const parts = isAll ? node.all : node.any;
  if (parts.length === 0) return isAll === isNegated ? sql`false` : sql`true`;
  const compiled = parts.map((part) => compileNode(part, isNegated, catalogue, context));
  return sql`(${join(compiled, isAll === isNegated ? ' OR ' : ' AND ')})`;
}

function compileCondition(
  condition: Condition,
  isNegated: boolean,
  catalogue: Catalogue,
  context: CompileContext,
): Sql {
  const field = catalogue.get(condition.field);
  if (!field) throw invalidInput([{ path: condition.field, reason: 'predicate_field_unknown' }]);
  const positive = positiveOf(condition.op);
  const holds = compilePositive(field, positive.op, condition, context);
  return positive.isNegated === isNegated ? holds : sql`(${holds}) IS NOT TRUE`;
}

function compilePositive(
  field: FieldDefinition,
  op: PositiveOperator,
  { value }: Condition,
  context: CompileContext,
): Sql {
  const { column, wrap } = field.sql(context);
  const some = (comparison: Sql) => (wrap ? wrap(comparison) : comparison);
  // Each value must be found, not all in the same row.
  if (op === 'includesAll') {
    const each = scalars(value).map((item) => some(equals(field, column, [item], context)));
    return sql`(${join(each, ' AND ')})`;
  }
  return some(compare(field, op, column, value, context));
}

function compare(
  field: FieldDefinition,
  op: Exclude<PositiveOperator, 'includesAll'>,
  column: Sql,
  value: Condition['value'],
  context: CompileContext,
): Sql {
  switch (op) {
    case 'is':
    case 'isAnyOf':
    case 'includesAny':
      return equals(field, column, scalars(value), context);
    case 'contains':
      return sql`${column} ILIKE ${`%${escapePattern(String(value))}%`}::text`;
    case 'startsWith':
      return sql`${column} ILIKE ${`${escapePattern(String(value))}%`}::text`;
    case 'isLess':
      return sql`${column} < ${number(field, value)}`;
    case 'isAtMost':
      return sql`${column} <= ${number(field, value)}`;
    case 'isMore':
      return sql`${column} > ${number(field, value)}`;
    case 'isAtLeast':
      return sql`${column} >= ${number(field, value)}`;
    case 'isBetween':
      return between(field, column, value as Range, context);
    case 'isBefore':
    case 'isAfter':
    case 'isOn':
      return compareDate(op, column, spanOf(value as Point, context));
    case 'isWithin': {
      const period = periodOf(value as Relative, context);
      return sql`(${column} >= ${instant(period.start)} AND ${column} <= ${instant(period.end)})`;
    }
    case 'isTrue':
      return sql`${column} = true`;
    case 'isFalse':
      return sql`${column} = false`;
    case 'isNotEmpty':
      return isText(field) ? sql`${column} <> ''` : sql`${column} IS NOT NULL`;
  }
}

function equals(
  field: FieldDefinition,
  column: Sql,
  values: readonly Scalar[],
  context: CompileContext,
): Sql {
  if (field.type === 'number') return sql`${column} = ${number(field, values[0])}`;
  if (field.type !== 'reference') {
    return values.length === 1
      ? sql`${column} = ${values[0]}::text`
      : sql`${column} = ANY(${values}::text[])`;
  }
  const ids = values.map((id) => (id === 'me' ? (context.memberId ?? null) : id));
  return ids.length === 1 ? sql`${column} = ${ids[0]}::uuid` : sql`${column} = ANY(${ids}::uuid[])`;
}

function between(field: FieldDefinition, column: Sql, { from, to }: Range, context: CompileContext): Sql {
  if (field.type !== 'date') {
    return sql`(${column} >= ${number(field, from)} AND ${column} <= ${number(field, to)})`;
  }
  const last = spanOf(to, context);
  const upper = upperBound(column, last);
  return sql`(${column} >= ${instant(spanOf(from, context).start)} AND ${upper})`;
}

/** A day includes all of itself; an instant includes itself. */
function upperBound(column: Sql, { start, end }: Span): Sql {
  return start === end ? sql`${column} <= ${instant(end)}` : sql`${column} < ${instant(end)}`;
}

function compareDate(op: 'isBefore' | 'isAfter' | 'isOn', column: Sql, span: Span): Sql {
  if (op === 'isBefore') return sql`${column} < ${instant(span.start)}`;
  if (op === 'isOn') return sql`(${column} >= ${instant(span.start)} AND ${upperBound(column, span)})`;
  return span.start === span.end
    ? sql`${column} > ${instant(span.end)}`
    : sql`${column} >= ${instant(span.end)}`;
}

function instant(milliseconds: number): Sql {
  return sql`${new Date(milliseconds).toISOString()}::timestamptz`;
}

/** Whole numbers stay whole, so that an integer column's index serves them. */
function number(field: FieldDefinition, value: unknown): Sql {
  return field.isInteger ? sql`${Number(value)}::bigint` : sql`${Number(value)}::numeric`;
}

function isText(field: FieldDefinition): boolean {
  return field.type === 'text' || field.type === 'choice' || field.type === 'multi';
}

function scalars(value: Condition['value']): readonly Scalar[] {
  return Array.isArray(value) ? value : [value as Scalar];
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
