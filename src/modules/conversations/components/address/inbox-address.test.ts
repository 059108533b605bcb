import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sorts as contractSorts,
  standardViews as contractViews,
  listConversationsInput,
} from '../../contract';
import { filterNames, listOf, parseAddress, sorts, standardViews, writeAddress } from './inbox-address';

const text = fc.string({ minLength: 1 }).filter((value) => value.trim() === value && value.isWellFormed());
const address = fc.record({
  view: fc.oneof(fc.constantFrom('mine', 'open', 'all', 'mentions'), fc.uuid()),
  sort: fc.constantFrom(...sorts),
  filters: fc.dictionary(fc.constantFrom(...filterNames), text, { noNullPrototype: true }),
  conversationId: fc.option(fc.uuid()),
  panel: fc.constantFrom('person' as const, null),
});

describe('the inbox address', () => {
  it('uses the contract’s words', () => {
    expect([...sorts].sort()).toEqual([...contractSorts].sort());
    expect(standardViews).toEqual(contractViews);
    expect(Object.keys(listConversationsInput.shape)).toEqual(expect.arrayContaining([...filterNames]));
  });

  it('says the same after writing and reading', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(parseAddress(new URLSearchParams(writeAddress(one)))).toEqual(one);
      }),
    );
  });

  it('is empty for the plain inbox and forgives nonsense', () => {
    expect(writeAddress(parseAddress(new URLSearchParams('view=x&sort=y&conversation=z&panel=q')))).toBe('');
  });

  it('reads lists', () => {
    expect(listOf('open,,pending')).toEqual(['open', 'pending']);
    expect(listOf(undefined)).toEqual([]);
  });
});
