import { z } from 'zod';
import { isWithinLimits, type Predicate, relativeUnits } from './domain/grammar';
import { type FieldType, type Operator, operators, valueShapes } from './domain/operators';

export type { Condition, Predicate } from './domain/grammar';
export type { FieldType, Operator } from './domain/operators';

const MAX_LIST = 200;
const MAX_TEXT = 500;

// PostgreSQL stores no NUL; dates stay in years that every part of the way writes with four digits.
const text = z
  .string()
  .max(MAX_TEXT)
  .refine((value) => !value.includes('\u0000'), 'predicate_value_unfit');
const scalar = z.union([text, z.number()]);

const relative = z.strictObject({
  relative: z
    .strictObject({
      amount: z.int().min(1).max(5000),
      unit: z.enum(relativeUnits),
      direction: z.enum(['past', 'future']),
    })
    .refine(({ amount, unit }) => unit !== 'year' || amount <= 500, 'predicate_value_unfit'),
});
const point = z.union([scalar, relative]);
const range = z.strictObject({ from: point, to: point });
const value = z.union([point, range, z.array(scalar).min(1).max(MAX_LIST)]);

const condition = z.strictObject({
  field: z.string().min(1).max(200),
  op: z.enum(operators),
  value: value.optional(),
});

const node: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(node) }),
    z.strictObject({ any: z.array(node).min(1) }),
    z.strictObject({ not: node }),
    condition,
  ]),
);

const shells = {
  all: z.strictObject({ all: z.array(z.unknown()) }),
  any: z.strictObject({ any: z.array(z.unknown()).min(1) }),
  not: z.strictObject({ not: z.unknown() }),
};

/** A union answers "none of these" at its top; each node held against the one shape it means to be names the place. */
function namePlaces(input: unknown, path: PropertyKey[], context: z.RefinementCtx): void {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  const group = (['all', 'any', 'not'] as const).find((key) => keys.includes(key));
  const result = (group ? shells[group] : condition).safeParse(input);
  for (const issue of result.error?.issues ?? []) {
    context.addIssue({ ...issue, input: undefined, path: [...path, ...issue.path] });
  }
  if (!result.success || !group) return;
  const parts = (input as Record<string, unknown>)[group];
  if (!Array.isArray(parts)) namePlaces(parts, [...path, group], context);
  else for (const [index, part] of parts.entries()) namePlaces(part, [...path, group, index], context);
}

/**
 * A predicate as it crosses a border: at most 8 levels and 200 nodes, unknown keys refused, each refusal with its
 * path (`all.1.value`). Whether its fields exist and its values fit them is `compilePredicate`'s to say.
 */
export const predicateInput = z
  .unknown()
  .refine(isWithinLimits, { error: 'predicate_too_large', abort: true })
  .superRefine((input, context) => namePlaces(input, [], context))
  .pipe(node);

/** What an interface needs to offer a field: everything about it but its SQL. */
export interface FieldDescription {
  name: string;
  type: FieldType;
  labelKey: string;
  operators: readonly Operator[];
  options?: readonly FieldOption[];
  /** Kind of thing a reference names; `member` also accepts the value `me`. */
  refersTo?: string;
  isInteger?: boolean;
  /** True where one row has several values of it (tags, a person's handles). */
  hasMany?: boolean;
}

export interface FieldOption {
  value: string;
  /** Key of its word, or the word itself where people made it up. */
  labelKey?: string;
  label?: string;
}

/** What stands beside an operator: an interface draws its input from this. */
export function shapeOfValue(op: Operator): (typeof valueShapes)[Operator] {
  return valueShapes[op];
}
