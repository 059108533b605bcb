import { describe, expect, it } from 'vitest';
import { type Arrival, prepareRules, type Rota, type RoutingRule, takeTurn } from './routing';

const rule = (name: string, condition: RoutingRule['condition'] = {}): RoutingRule => ({
  id: name,
  name,
  condition,
  teamId: null,
  assign: 'none',
  loadCap: null,
});
const arrival: Arrival = {
  language: 'de',
  kind: 'comment',
  visibility: 'public',
  text: 'Wo bleibt meine Lieferung? #defekt',
};
const found = (rules: RoutingRule[], given: Partial<Arrival> = {}) =>
  prepareRules(rules)({ ...arrival, ...given })?.name;

describe('a rule', () => {
  it.each<[string, RoutingRule['condition'], Partial<Arrival>, boolean]>([
    ['without a condition', {}, {}, true],
    ['for the language', { languages: ['de'] }, { language: 'de-AT' }, true],
    ['for another language', { languages: ['en', 'fr'] }, {}, false],
    ['for a language nobody told', { languages: ['de'] }, { language: null }, false],
    ['for the kind', { kinds: ['review', 'comment'] }, {}, true],
    ['for another kind', { kinds: ['review'] }, {}, false],
    ['for private ones', { visibility: 'private' }, {}, false],
    ['for a word, whatever its case', { anyWords: ['LIEFERUNG'] }, {}, true],
    ['for a part of a word', { anyWords: ['liefer'] }, {}, false],
    ['for a hashtag', { anyWords: ['#defekt'] }, {}, true],
    ['for one of several', { anyWords: ['rechnung', 'meine lieferung'] }, {}, true],
    ['for a phrase in another order', { anyWords: ['lieferung meine'] }, {}, false],
    ['for a phrase that goes on after the end', { anyWords: ['#defekt heute'] }, {}, false],
    ['for a word in another form of Unicode', { anyWords: ['grün'] }, { text: 'gru\u0308n' }, true],
    ['for nothing but signs', { anyWords: ['??'] }, {}, false],
    [
      'for all of it',
      { languages: ['de'], kinds: ['comment'], visibility: 'public', anyWords: ['lieferung'] },
      {},
      true,
    ],
    [
      'for nearly all of it',
      { languages: ['de'], kinds: ['comment'], visibility: 'private', anyWords: ['lieferung'] },
      {},
      false,
    ],
  ])('%s', (_, condition, given, holds) => {
    expect(found([rule('it', condition)], given)).toBe(holds ? 'it' : undefined);
  });

  it('decides where it is the first that holds', () => {
    const rules = [
      rule('english', { languages: ['en'] }),
      rule('words', { anyWords: ['lieferung'] }),
      rule('rest'),
    ];
    expect(found(rules)).toBe('words');
    expect(found(rules, { text: '' })).toBe('rest');
    expect(found([])).toBeUndefined();
  });
});

describe('turns', () => {
  const rota = (last: string | null, loads: Record<string, number> = {}): Rota => ({
    members: ['a', 'b', 'c'],
    last,
    loads: new Map(Object.entries(loads)),
  });
  const turns = (given: Rota, count: number, cap: number | null = null) =>
    Array.from({ length: count }, () => takeTurn(given, cap));

  it('go round, from after the last one', () => {
    expect(turns(rota(null), 4)).toEqual(['a', 'b', 'c', 'a']);
    expect(turns(rota('b'), 3)).toEqual(['c', 'a', 'b']);
    expect(turns({ ...rota('bb') }, 2)).toEqual(['c', 'a']);
  });

  it('pass over who has enough, and end when everybody has', () => {
    expect(turns(rota('c', { a: 2, b: 1 }), 5, 2)).toEqual(['b', 'c', 'c', null, null]);
    expect(turns({ members: [], last: null, loads: new Map() }, 1)).toEqual([null]);
  });
});
