export const fieldTypes = ['text', 'number', 'date', 'choice', 'multi', 'boolean', 'reference'] as const;
export type FieldType = (typeof fieldTypes)[number];

/**
 * What stands beside an operator: nothing, one value, several, a from–to, or a period from now.
 * The one list of operators; everything else is derived from it.
 */
export const valueShapes = {
  is: 'one',
  isNot: 'one',
  isAnyOf: 'list',
  isNoneOf: 'list',
  contains: 'one',
  containsNot: 'one',
  startsWith: 'one',
  isLess: 'one',
  isAtMost: 'one',
  isMore: 'one',
  isAtLeast: 'one',
  isBetween: 'range',
  isBefore: 'one',
  isAfter: 'one',
  isOn: 'one',
  isWithin: 'period',
  includesAny: 'list',
  includesAll: 'list',
  includesNone: 'list',
  isTrue: 'none',
  isFalse: 'none',
  isEmpty: 'none',
  isNotEmpty: 'none',
} as const;
export type Operator = keyof typeof valueShapes;
export const operators = Object.keys(valueShapes) as [Operator, ...Operator[]];

export const operatorsByType = {
  text: [
    'is',
    'isNot',
    'isAnyOf',
    'isNoneOf',
    'contains',
    'containsNot',
    'startsWith',
    'isEmpty',
    'isNotEmpty',
  ],
  number: ['is', 'isNot', 'isLess', 'isAtMost', 'isMore', 'isAtLeast', 'isBetween', 'isEmpty', 'isNotEmpty'],
  date: ['isBefore', 'isAfter', 'isOn', 'isBetween', 'isWithin', 'isEmpty', 'isNotEmpty'],
  choice: ['is', 'isNot', 'isAnyOf', 'isNoneOf', 'isEmpty', 'isNotEmpty'],
  multi: ['includesAny', 'includesAll', 'includesNone', 'isEmpty', 'isNotEmpty'],
  boolean: ['isTrue', 'isFalse'],
  reference: ['is', 'isNot', 'isAnyOf', 'isNoneOf', 'isEmpty', 'isNotEmpty'],
} as const satisfies Record<FieldType, readonly Operator[]>;

const negatives = {
  isNot: 'is',
  isNoneOf: 'isAnyOf',
  containsNot: 'contains',
  includesNone: 'includesAny',
  isEmpty: 'isNotEmpty',
} as const satisfies Partial<Record<Operator, Operator>>;
export type NegativeOperator = keyof typeof negatives;
export type PositiveOperator = Exclude<Operator, NegativeOperator>;

/**
 * The null semantics, defined here and nowhere else. A field of a row is a set of values: a missing value (NULL, an
 * empty text, no related row) is the empty set. A positive operator holds when some value satisfies it, so never for
 * a missing one; a negative operator is the exact complement of its positive, so always for a missing one. `not` is
 * the complement too: every predicate is true or false of every row, never unknown.
 */
export function positiveOf(op: Operator): { op: PositiveOperator; isNegated: boolean } {
  return isNegative(op) ? { op: negatives[op], isNegated: true } : { op, isNegated: false };
}

function isNegative(op: Operator): op is NegativeOperator {
  return op in negatives;
}
