/** Kinds of custom field a condition may ask about. */
export type AttributeType = 'text' | 'number' | 'date' | 'boolean' | 'multi';

const byOperator: Readonly<Record<string, AttributeType>> = {
  isLess: 'number',
  isAtMost: 'number',
  isMore: 'number',
  isAtLeast: 'number',
  isBefore: 'date',
  isAfter: 'date',
  isOn: 'date',
  isWithin: 'date',
  isTrue: 'boolean',
  isFalse: 'boolean',
  includesAny: 'multi',
  includesAll: 'multi',
  includesNone: 'multi',
};

/** What a condition takes a custom field to be: its operator says so, else the value it compares with. */
export function attributeTypeOf(op: string, value: unknown): AttributeType {
  const known = byOperator[op];
  if (known) return known;
  const sample = typeof value === 'object' && value !== null && 'from' in value ? value.from : value;
  if (typeof sample === 'number') return 'number';
  return op === 'isBetween' ? 'date' : 'text';
}
