import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Heard, type ListeningQuery, type Match, prepareQueries } from './match-terms';

const query = (given: Partial<ListeningQuery>): ListeningQuery => ({
  id: 'q',
  anyOf: [],
  allOf: [],
  noneOf: [],
  networks: [],
  languages: [],
  ...given,
});
const heard = (text: string, given: Partial<Heard> = {}): Heard => ({
  text,
  network: 'mastodon',
  language: 'de',
  ...given,
});
const isMet = (given: Partial<ListeningQuery>, text: string, about: Partial<Heard> = {}) =>
  prepareQueries([query(given)])(heard(text, about)).length > 0;

describe('a term', () => {
  it.each([
    ['nordlicht', 'Das NORDLICHT-Zelt hält', true],
    ['nordlicht', 'Die Nordlichter kommen', false],
    ['straße', 'In der STRASSE', true],
    ['STRASSE', 'die Straße', true],
    ['gaerten', 'Gärten', true],
    ['Gärten', 'gaerten', true],
    ['Gärten', 'Ga\u0308rten', true],
    ['cafe', 'Café', true],
    ['wirklich warm', 'es ist wirklich, warm!', true],
    ['wirklich warm', 'wirklich sehr warm', false],
    ['#zelt', 'mein Zelt', false],
    ['#zelt', 'so schön #Zelt', true],
    ['zelt', 'so schön #Zelt', true],
    ['#zelt', '#zeltplatz', false],
    ['!!', 'ja!!', false],
  ])('%s in “%s”: %s', (term, text, expected) => {
    expect(isMet({ anyOf: [term] }, text)).toBe(expected);
  });
});

describe('a search', () => {
  it('wants any, all and none of its words', () => {
    const given = { anyOf: ['zelt', 'jacke'], allOf: ['nordlicht'], noneOf: ['gewinnspiel'] };
    expect(isMet(given, 'Nordlicht Jacke')).toBe(true);
    expect(isMet(given, 'Nordlicht Mütze')).toBe(false);
    expect(isMet(given, 'Jacke')).toBe(false);
    expect(isMet(given, 'Nordlicht Jacke Gewinnspiel')).toBe(false);
    expect(isMet({ noneOf: ['spam'] }, 'alles')).toBe(false);
  });

  it('looks only at its networks and languages', () => {
    expect(isMet({ anyOf: ['a'], networks: ['bluesky'] }, 'a')).toBe(false);
    expect(isMet({ anyOf: ['a'], languages: ['de'] }, 'a', { language: 'de-AT' })).toBe(true);
    expect(isMet({ anyOf: ['a'], languages: ['de'] }, 'a', { language: null })).toBe(false);
  });

  it('says which term was found, as it was written', () => {
    expect(prepareQueries([query({ anyOf: ['Mütze', 'Straße'] })])(heard('STRASSE'))).toEqual([
      { queryId: 'q', term: 'Straße' },
    ]);
  });
});

/** The same, told the slow way: each term of each search looked for in the text anew, as a padded string. */
function naive(queries: readonly ListeningQuery[], { text, network, language }: Heard): Match[] {
  const fold = (value: string) =>
    value
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ä', 'ae')
      .replaceAll('ö', 'oe')
      .replaceAll('ß', 'ss')
      .replaceAll('é', 'e');
  const spaced = (value: string) => ` ${(value.match(/#?[a-z0-9_]+/g) ?? []).join(' ')} `;
  const written = spaced(fold(text));
  const has = (term: string) => {
    const words = spaced(fold(term));
    if (words.trim() === '') return false;
    return (term.startsWith('#') ? written : written.replaceAll('#', '')).includes(words);
  };
  return queries.flatMap((one) => {
    if (one.networks.length > 0 && !one.networks.includes(network)) return [];
    if (one.languages.length > 0 && !one.languages.includes(language ?? '')) return [];
    if (one.noneOf.some(has) || !one.allOf.every(has)) return [];
    const term = one.anyOf.length > 0 ? one.anyOf.find(has) : one.allOf[0];
    return term === undefined ? [] : [{ queryId: one.id, term }];
  });
}

const word = fc.constantFrom(
  'zelt',
  'Zelt',
  'Zélt',
  'straße',
  'STRASSE',
  'bär',
  'baer',
  'a',
  'b',
  'gut_1',
  'ö',
);
const single = fc.tuple(fc.boolean(), word).map(([isTag, one]) => `${isTag ? '#' : ''}${one}`);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const terms = fc.uniqueArray(fc.oneof(single, phrase), { maxLength: 3 });
const anyQuery = fc.record({
  anyOf: terms,
  allOf: terms,
  noneOf: fc.uniqueArray(single, { maxLength: 1 }),
  networks: fc.subarray(['bluesky', 'mastodon']),
  languages: fc.subarray(['de', 'en']),
});
const anyText = fc
  .array(fc.tuple(fc.constantFrom('', '#'), word, fc.constantFrom(' ', ', ', '! ', '-')), { maxLength: 8 })
  .map((parts) => parts.map((part) => part.join('')).join(''));

describe('the prepared searches', () => {
  it('find what the slow way finds', () => {
    fc.assert(
      fc.property(
        fc.array(anyQuery, { maxLength: 4 }),
        anyText,
        fc.constantFrom('de', null),
        (given, text, language) => {
          const queries = given.map((one, at) => ({ ...one, id: String(at) }));
          const about = heard(text, { language });
          expect(prepareQueries(queries)(about)).toEqual(naive(queries, about));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('bear thousands of messages a second with hundreds of searches', () => {
    const queries = Array.from({ length: 500 }, (_, at) =>
      query({ id: String(at), anyOf: [`wort${at}`, `noch${at} eins`, `#tag${at}`] }),
    );
    const matches = prepareQueries(queries);
    const text = 'Heute habe ich mit wort77 die Straße gekehrt, #tag3 und noch5 eins; '.repeat(3);
    const begun = performance.now();
    let found = 0;
    for (let at = 0; at < 2000; at += 1) found += matches(heard(text)).length;
    expect(found).toBe(6000);
    // A thousand a second, with room for a loaded machine.
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
