import { expect, it } from 'vitest';
import { slugCandidates, slugOf } from './slug';

it.each([
  ['Nordlicht Outdoor', 'nordlicht-outdoor'],
  ['Müller & Söhne GmbH', 'mueller-soehne-gmbh'],
  ['  Ärzte ohne Straße!  ', 'aerzte-ohne-strasse'],
  ['Café Élysée', 'cafe-elysee'],
  ['日本', 'workspace'],
  ['-', 'workspace'],
  [`${'lang '.repeat(20)}`, 'lang-lang-lang-lang-lang-lang-lang-lang'],
])('%s → %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it('never offers an address of our own', () => {
  expect(slugCandidates('API', 'x7f3')[0]).toBe('api-2');
  expect(slugCandidates('Nordlicht', 'X7F3')).toEqual([
    'nordlicht',
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `nordlicht-${number}`),
    'nordlicht-x7f3',
  ]);
});
