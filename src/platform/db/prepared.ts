import { createHash } from 'node:crypto';

/** A statement is prepared from its second use on: most filters people put together are used once. */
const WORTH_PREPARING = 2;
/** Prepared statements live in each connection's memory; what comes after so many is planned each time. */
const MOST_PREPARED = 300;
const MOST_COUNTED = 2000;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which a connection keeps this statement parsed and, where one plan serves all values, planned:
 * planning costs the inbox's statements as much as running them. Undefined where it is not kept.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < WORTH_PREPARING) {
    if (uses.size >= MOST_COUNTED) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  uses.delete(text);
  const name = `rapport_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** The table behind a kept plan has changed, by a migration under a running process: the plan is made anew. */
export function isStalePlan(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === '0A000' && String(message).includes('cached plan');
}
