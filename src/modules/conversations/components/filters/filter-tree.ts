import type { z } from 'zod';
import { type FieldDescription, predicateInput, shapeOfValue } from '@/modules/predicates/contract';

export type Predicate = z.output<typeof predicateInput>;
export type Condition = Extract<Predicate, { field: string }>;

/** One group of conditions as the builder shows it; groups stand in the outermost one only. */
export interface FilterGroup {
  match: 'all' | 'any';
  conditions: Condition[];
}

export interface FilterTree {
  match: 'all' | 'any';
  conditions: Condition[];
  groups: FilterGroup[];
}

export const emptyTree: FilterTree = { match: 'all', conditions: [], groups: [] };

/** A filter of the address bar; null where it is none. */
export function readFilter(text: string | undefined): Predicate | null {
  if (!text) return null;
  try {
    return predicateInput.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What the builder can show of a predicate; null for one it cannot (`not`, deeper groups), which is then kept as it is. */
export function treeOf(predicate: Predicate | null): FilterTree | null {
  if (!predicate) return emptyTree;
  if ('field' in predicate) return { ...emptyTree, conditions: [predicate] };
  if ('not' in predicate) return null;
  const tree: FilterTree = { match: 'all' in predicate ? 'all' : 'any', conditions: [], groups: [] };
  for (const part of 'all' in predicate ? predicate.all : predicate.any) {
    if ('field' in part) tree.conditions.push(part);
    else {
      const below = treeOf(part);
      if (!below || below.groups.length > 0) return null;
      tree.groups.push({ match: below.match, conditions: below.conditions });
    }
  }
  return tree;
}

/** The tree as the address bar has it, incomplete conditions left out; empty where nothing is left. */
export function writeTree(tree: FilterTree, fields: ReadonlyMap<string, FieldDescription>): string {
  const complete = (conditions: readonly Condition[]) => conditions.filter((one) => isComplete(one, fields));
  const groups = tree.groups
    .map(({ match, conditions }) => ({ match, conditions: complete(conditions) }))
    .filter(({ conditions }) => conditions.length > 0)
    .map(({ match, conditions }) => ({ [match]: conditions }));
  const parts = [...complete(tree.conditions), ...groups];
  return parts.length === 0 ? '' : JSON.stringify({ [tree.match]: parts });
}

export function isComplete(
  { field, op, value }: Condition,
  fields: ReadonlyMap<string, FieldDescription>,
): boolean {
  const description = fields.get(field);
  if (!description?.operators.includes(op)) return false;
  const shape = shapeOfValue(op);
  if (shape === 'none') return true;
  if (value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (shape === 'range') {
    const { from, to } = value as { from?: unknown; to?: unknown };
    return from !== undefined && from !== '' && to !== undefined && to !== '';
  }
  return true;
}

/** A fresh condition on a field: its first operator, no value yet. */
export function newCondition(field: FieldDescription): Condition {
  const op = field.operators.find((one) => shapeOfValue(one) === 'list') ?? field.operators[0] ?? 'is';
  return { field: field.name, op };
}
