import { describe, expect, it } from 'vitest';
import type { FieldDescription } from '@/modules/predicates/contract';
import { newCondition, readFilter, treeOf, writeTree } from './filter-tree';

const status: FieldDescription = {
  name: 'status',
  type: 'choice',
  labelKey: 'x',
  operators: ['is', 'isAnyOf', 'isEmpty'],
};
const fields = new Map([['status', status]]);

describe('the filter builder’s tree', () => {
  it('writes what it reads, with one level of groups', () => {
    const text = JSON.stringify({
      all: [
        { field: 'status', op: 'isAnyOf', value: ['open'] },
        { any: [{ field: 'status', op: 'isEmpty' }] },
      ],
    });
    const tree = treeOf(readFilter(text));
    expect(tree && JSON.parse(writeTree(tree, fields))).toEqual(JSON.parse(text));
  });

  it('leaves out what is incomplete or unknown, keeps apart what it cannot show', () => {
    const begun = newCondition(status);
    expect(begun).toEqual({ field: 'status', op: 'isAnyOf' });
    expect(writeTree({ match: 'all', conditions: [begun], groups: [] }, fields)).toBe('');
    expect(treeOf(readFilter('{"not":{"field":"status","op":"isEmpty"}}'))).toBeNull();
    expect(readFilter('nonsense')).toBeNull();
    expect(treeOf(null)?.conditions).toEqual([]);
  });
});
