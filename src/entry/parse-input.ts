import type { z } from 'zod';
import { type FieldError, invalidInput } from '@/kernel/errors';

/** Parses what came over a border; refuses with every field that is wrong, named as a person would (`messages.3.text`). */
export function parseInput<Output, Input>(schema: z.ZodType<Output, Input>, raw: unknown): Output {
  const unstorable: FieldError[] = [];
  const result = schema.safeParse(storable(raw, '', unstorable), { reportInput: true });
  if (unstorable.length > 0) throw invalidInput(unstorable);
  if (result.success) return result.data;
  throw invalidInput(result.error.issues.flatMap(describeIssue));
}

/**
 * The same with every text as PostgreSQL takes it: half a surrogate pair becomes the replacement character, a NUL
 * byte is named in `refused`. Bodies are JSON: nothing but texts, lists and records can hold one.
 */
function storable(raw: unknown, path: string, refused: FieldError[]): unknown {
  if (typeof raw === 'string') {
    if (raw.includes('\u0000')) refused.push({ path, reason: 'unstorable_text' });
    return raw.toWellFormed();
  }
  if (typeof raw !== 'object' || raw === null) return raw;
  const below = (key: string | number) => (path ? `${path}.${key}` : String(key));
  if (Array.isArray(raw)) return raw.map((each, place) => storable(each, below(place), refused));
  if (Object.getPrototypeOf(raw) !== Object.prototype) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, storable(value, below(key), refused)]),
  );
}

/** Reasons are keys under `errors.`; a schema may name its own by giving it as the message (`error: 'slug_taken'`). */
export function describeIssue(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String).join('.');
  const own = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(issue.message) ? issue.message : null;
  if (own) return [{ path, reason: own }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, reason: 'unknown_key' }));
    case 'too_big':
      return [
        { path, reason: sizeReason(issue.origin, 'maximum'), params: { maximum: Number(issue.maximum) } },
      ];
    case 'too_small':
      return [
        Number(issue.minimum) === 1 && issue.origin === 'string'
          ? { path, reason: 'required' }
          : { path, reason: sizeReason(issue.origin, 'minimum'), params: { minimum: Number(issue.minimum) } },
      ];
    case 'invalid_type':
      return [
        {
          path,
          reason: issue.input === undefined ? 'required' : 'wrong_type',
          params: { expected: issue.expected },
        },
      ];
    case 'invalid_format':
      return [{ path, reason: formatReasons[issue.format] ?? 'invalid_format' }];
    case 'invalid_value':
      return [{ path, reason: 'not_a_choice', params: { choices: issue.values.map(String).join(', ') } }];
    case 'invalid_union':
      return [{ path, reason: 'invalid_value' }];
    default:
      return [{ path, reason: 'invalid_value' }];
  }
}

const formatReasons: Record<string, string> = {
  email: 'invalid_email',
  url: 'invalid_url',
  uuid: 'invalid_id',
  datetime: 'invalid_date',
  date: 'invalid_date',
};

function sizeReason(origin: string, side: 'maximum' | 'minimum'): string {
  if (origin === 'string') return side === 'maximum' ? 'too_long' : 'too_short';
  if (origin === 'array' || origin === 'set') return side === 'maximum' ? 'too_many' : 'too_few';
  return side === 'maximum' ? 'too_big' : 'too_small';
}
