import { describe, expect, it } from 'vitest';
import { excerptAround, findHits, findParts } from './highlight';

const marked = (text: string, hits: [number, number][]) => hits.map(([from, to]) => text.slice(from, to));

describe('highlights', () => {
  it.each([
    ['Die Rucksäcke sind da', 'rucksack', ['Rucksäcke']],
    ['Der Rucksack reißt', 'Rucksacks', ['Rucksack']],
    ['Müller schreibt über Zelte', 'mueller zelt', ['Müller', 'Zelte']],
    ['My tents leaked, the tent too', 'tent', ['tents', 'tent']],
    ['Die Straße', 'strasse', ['Straße']],
    ['not this one', '-this one', ['one']],
  ])('%s for %s', (text, typed, expected) => {
    expect(marked(text, findHits(text, typed))).toEqual(expected);
  });

  it('marks parts of names', () => {
    expect(marked('Jürgen Müller', findParts('Jürgen Müller', 'mull'))).toEqual(['Müll']);
  });

  it('cuts a long text around the first hit', () => {
    const text = `${'lorem ipsum '.repeat(60)}treasure ${'dolor sit '.repeat(60)}`;
    const { excerpt, hits } = excerptAround(text, findHits(text, 'treasure'));
    expect(marked(excerpt, hits)).toEqual(['treasure']);
    expect(excerpt.length).toBeLessThan(260);
  });
});
