import type { z } from 'zod';
import type { FieldError } from '@/kernel/errors';
import { toStorable } from './read-json';

/** More than this helps nobody, and a hostile body could name thousands. */
const MAX_FIELDS = 20;

type Issue = z.core.$ZodIssue;

function params(name: string, value: unknown): Pick<FieldError, 'params'> {
  return { params: { [name]: typeof value === 'number' ? value : String(value) } };
}

function reasonOf(issue: Issue): Omit<FieldError, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      // Zod leaves the input out; a missing value and a wrong one need different sentences.
      return /received undefined/.test(issue.message)
        ? { reason: 'required' }
        : { reason: 'invalid_type', ...params('expected', issue.expected) };
    case 'too_big':
      return {
        reason: issue.origin === 'string' ? 'too_long' : 'too_big',
        ...params('maximum', issue.maximum),
      };
    case 'too_small':
      return {
        reason: issue.origin === 'string' ? 'too_short' : 'too_small',
        ...params('minimum', issue.minimum),
      };
    case 'invalid_value':
      return { reason: 'invalid_value', ...params('allowed', issue.values.join(', ')) };
    case 'custom':
      return { reason: issue.message };
    default:
      return { reason: 'invalid_format' };
  }
}

/**
 * Zod's issues as refused fields, paths as a person would name them (`data.author.name`); an unknown key is named itself.
 * A custom check's message is its reason. At most 20.
 */
export function toFieldErrors(issues: readonly Issue[], prefix: readonly string[] = []): FieldError[] {
  const fields: FieldError[] = [];
  for (const issue of issues.slice(0, MAX_FIELDS)) {
    const path = [...prefix, ...issue.path.map(String)];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, MAX_FIELDS))
        fields.push({ path: [...path, toStorable(key.slice(0, 100))].join('.'), reason: 'unknown_key' });
    } else {
      fields.push({ path: path.join('.'), ...reasonOf(issue) });
    }
  }
  return fields.slice(0, MAX_FIELDS);
}
