import { describe, expect, it } from 'vitest';
import { attributeKeyOf, attributeName, attributeText, parseAttribute } from './attribute-text';

describe('attributes as text', () => {
  it('keeps the type a value had', () => {
    expect(parseAttribute('41,5', 42)).toBe(41.5);
    expect(parseAttribute('viele', 42)).toBe('viele');
    expect(parseAttribute('false', true)).toBe(false);
    expect(parseAttribute('a, b,', ['a'])).toEqual(['a', 'b']);
    expect(parseAttribute(' Zelt ', undefined)).toBe('Zelt');
    expect(attributeText(['a', 'b'])).toBe('a, b');
  });

  it('makes keys of names and names of keys', () => {
    expect(attributeKeyOf('Größe (EU)')).toBe('groesse_eu');
    expect(attributeKeyOf('1. Wahl')).toBe('wahl');
    expect(attributeKeyOf('!!')).toBe('');
    expect(attributeName('shoe_size')).toBe('Shoe size');
    expect(attributeName('customerSince')).toBe('Customer since');
  });
});
