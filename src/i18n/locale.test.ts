import { expect, it } from 'vitest';
import { decideLocale } from './locale';

it.each([
  ['en', 'de', 'en'],
  [undefined, 'en-GB,en;q=0.9,de;q=0.8', 'en'],
  [undefined, 'fr-CH, fr;q=0.9, en;q=0.4, de;q=0.7', 'de'],
  [undefined, 'en;q=0, de-AT;q=0.1', 'de'],
  [undefined, 'fr, it', 'de'],
  [undefined, ';;q=,,', 'de'],
  ['xx', null, 'de'],
] as const)('choice %s, browser %s → %s', (choice, accept, locale) => {
  expect(decideLocale(choice, accept)).toBe(locale);
});
