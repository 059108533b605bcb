import type { FieldDescription } from './contract';
import { isDay } from './domain/dates';
import {
  type Condition,
  isRange,
  isRelative,
  type Point,
  type Predicate,
  type Relative,
} from './domain/grammar';
import { valueShapes } from './domain/operators';

/** The words a sentence is made of. */
export interface PredicateWords {
  locale: string;
  /** IANA name of the workspace's time zone. */
  timeZone: string;
  /** A message by its full key (`predicates.operators.is`). */
  translate(key: string, values?: Record<string, string | number>): string;
  /** The name of what a reference or an own option names; without one the value itself is shown. */
  nameOf?(field: FieldDescription, value: string): string | undefined;
}

type Fields = ReadonlyMap<string, FieldDescription>;

/** The whole predicate as one sentence in the words' language, without a full stop. */
export function renderPredicate(predicate: Predicate, fields: Fields, words: PredicateWords): string {
  return renderNode(predicate, fields, words, true);
}

function renderNode(node: Predicate, fields: Fields, words: PredicateWords, isOutermost: boolean): string {
  if ('field' in node) return renderCondition(node, fields, words);
  if ('not' in node) {
    return words.translate('predicates.not', { part: renderNode(node.not, fields, words, true) });
  }
  const isAll = 'all' in node;
  const parts = isAll ? node.all : node.any;
  if (parts.length === 0) return words.translate('predicates.everything');
  const word = ` ${words.translate(isAll ? 'predicates.and' : 'predicates.or')} `;
  const sentence = parts.map((part) => renderNode(part, fields, words, parts.length === 1)).join(word);
  return isOutermost || parts.length === 1 ? sentence : `(${sentence})`;
}

function renderCondition(condition: Condition, fields: Fields, words: PredicateWords): string {
  const description = fields.get(condition.field);
  const field = description ? words.translate(description.labelKey) : condition.field;
  const { op, value } = condition;
  const key = `predicates.operators.${op}`;
  if (valueShapes[op] === 'none' || value === undefined) return words.translate(key, { field });
  if (isRange(value)) {
    const [from, to] = [value.from, value.to].map((point) => renderPoint(point, description, words)) as [
      string,
      string,
    ];
    return words.translate(key, { field, from, to });
  }
  return words.translate(key, { field, value: renderValue(condition, value, description, words) });
}

function renderValue(
  { op }: Condition,
  value: Exclude<Condition['value'], undefined>,
  field: FieldDescription | undefined,
  words: PredicateWords,
): string {
  if (Array.isArray(value)) {
    // The operator's own words say whether one or all are meant; a second "or" could be read two ways.
    const names = value.map((item) => renderPoint(item, field, words));
    return new Intl.ListFormat(words.locale, { type: 'unit' }).format(names);
  }
  if (op === 'isWithin' && isRelative(value)) return renderRelative('periods', value, words);
  return renderPoint(value as Point, field, words);
}

function renderPoint(value: Point, field: FieldDescription | undefined, words: PredicateWords): string {
  if (isRelative(value)) return renderRelative('points', value, words);
  if (typeof value === 'number') return new Intl.NumberFormat(words.locale).format(value);
  if (field?.type === 'date') return renderDate(value, words);
  if (value === 'me' && field?.type === 'reference') return words.translate('predicates.me');
  const option = field?.options?.find((item) => item.value === value);
  if (option?.labelKey) return words.translate(option.labelKey);
  const name = option?.label ?? (field && words.nameOf?.(field, value)) ?? value;
  return field?.type === 'text' ? words.translate('predicates.quoted', { text: name }) : name;
}

function renderRelative(list: 'periods' | 'points', { relative }: Relative, words: PredicateWords): string {
  const { amount, unit, direction } = relative;
  return words.translate(`predicates.${list}.${direction}.${unit}`, { amount });
}

function renderDate(value: string, words: PredicateWords): string {
  if (isDay(value)) {
    const format = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return format.format(new Date(`${value}T00:00:00Z`));
  }
  const format = new Intl.DateTimeFormat(words.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: words.timeZone,
  });
  return format.format(new Date(value));
}
