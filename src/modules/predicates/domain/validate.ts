import type { FieldError } from '@/kernel/errors';
import { ok, type Result, refuse } from '@/kernel/result';
import { contradictionIn } from './contradictions';
import type { FieldRules, Fields } from './field';
import { type Condition, isRange, type Predicate, partsOf } from './grammar';
import { type Operator, operatorsByType, valueShapes } from './operators';
import { fitsField, isReversed } from './values';

/**
 * Holds a parsed predicate against the fields there are. Refuses with every place that cannot be meant, named as
 * `all.1.value`: unknown fields, operators the type has not, values that do not fit, contradictions seen at once.
 */
export function validatePredicate(predicate: Predicate, fields: Fields): Result<Predicate, FieldError[]> {
  const errors = errorsOf(predicate, '', fields);
  return errors.length === 0 ? ok(predicate) : refuse(errors);
}

function errorsOf(node: Predicate, path: string, fields: Fields): FieldError[] {
  if ('field' in node) return conditionErrors(node, path, fields);
  const below = partsOf(node).flatMap(([step, part]) => errorsOf(part, at(path, step), fields));
  if (below.length > 0 || !('all' in node)) return below;
  const clash = contradictionIn(node.all, fields);
  return clash === undefined ? [] : [{ path: at(path, `all.${clash}`), reason: 'predicate_contradiction' }];
}

function conditionErrors(condition: Condition, path: string, fields: Fields): FieldError[] {
  const field = fields.get(condition.field);
  if (!field) return [{ path: at(path, 'field'), reason: 'predicate_field_unknown' }];
  const known: readonly Operator[] = operatorsByType[field.type];
  if (!known.includes(condition.op)) return [{ path: at(path, 'op'), reason: 'predicate_operator_unfit' }];
  const reason = valueReason(condition, field);
  return reason === undefined ? [] : [{ path: at(path, 'value'), reason }];
}

function valueReason({ op, value }: Condition, field: FieldRules): string | undefined {
  const shape = valueShapes[op];
  if (shape === 'none') return value === undefined ? undefined : 'predicate_value_unexpected';
  if (value === undefined) return 'predicate_value_missing';
  if (!fitsField(value, shape, field)) return 'predicate_value_unfit';
  if (field.options && hasUnknownOption(value, field.options)) return 'predicate_option_unknown';
  return isRange(value) && isReversed(value) ? 'predicate_range_reversed' : undefined;
}

function hasUnknownOption(value: Condition['value'], options: readonly { value: string }[]): boolean {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  return chosen.some((item) => !options.some((option) => option.value === item));
}

function at(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}
