import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Example } from '../../src/modules/listening/domain/sentiment/train-model';

const require = createRequire(import.meta.url);
const fixture = z.array(z.object({ text: z.string(), class: z.union([z.literal(0), z.literal(1)]) }));

/**
 * Sentences of reviews that people labelled (Kotzias et al., 2015; CC BY 4.0), as the npm package `sentiment` carries
 * them: 500 positive and 500 negative a source. Every fifth is held out, by its place.
 */
export function reviewSentences(source: 'amazon' | 'imdb' | 'yelp'): {
  train: Example[];
  heldOut: Example[];
} {
  const parsed: unknown = JSON.parse(readFileSync(fixturePath(source), 'utf8'));
  // The last entry of each file is empty.
  const rows = fixture.parse((parsed as { text?: string }[]).filter(({ text }) => text));
  const examples = rows.map(({ text, class: label }) => ({
    text: text.trim(),
    sentiment: label === 1 ? ('positive' as const) : ('negative' as const),
  }));
  return {
    train: examples.filter((_, at) => at % 5 !== 0),
    heldOut: examples.filter((_, at) => at % 5 === 0),
  };
}

function fixturePath(source: 'amazon' | 'imdb' | 'yelp'): string {
  switch (source) {
    case 'amazon':
      return require.resolve('sentiment/test/fixtures/amazon.json');
    case 'imdb':
      return require.resolve('sentiment/test/fixtures/imdb.json');
    case 'yelp':
      return require.resolve('sentiment/test/fixtures/yelp.json');
  }
}

const marks = { '+': 'positive', '0': 'neutral', '-': 'negative' } as const;

/** Sentences we wrote ourselves, one a line behind its mark: `+`, `0` or `-`. */
export function writtenSentences(
  name: 'written-de' | 'written-en' | 'held-out-de' | 'held-out-en',
): Example[] {
  const lines = readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const sentiment = marks[line[0] as keyof typeof marks];
    if (!sentiment || line[1] !== ' ') throw new Error(`${name}: no mark before "${line}"`);
    return { text: line.slice(2), sentiment };
  });
}

/** German words that say by themselves how something is; the list is ours. */
export function polarWords(): { positive: string[]; negative: string[] } {
  const [positive = '', negative = ''] = readFileSync(
    new URL('./words-de.txt', import.meta.url),
    'utf8',
  ).split('\n');
  const wordsOf = (line: string) => line.slice(2).replace(/-/g, ' ').split(' ');
  return { positive: wordsOf(positive), negative: wordsOf(negative) };
}

/** Each word in a few sentences, so that there is more German to learn from than we could write. */
function framedWords(): Example[] {
  const { positive, negative } = polarWords();
  const frame = (
    words: readonly string[],
    sentiment: 'positive' | 'negative',
    opposite: Example['sentiment'],
  ) =>
    words.flatMap((word) => [
      { text: word, sentiment },
      { text: `Das ist wirklich ${word}.`, sentiment },
      { text: `Der Service war ${word}!`, sentiment },
      { text: `Das war nicht ${word}.`, sentiment: opposite },
    ]);
  return [...frame(positive, 'positive', 'negative'), ...frame(negative, 'negative', 'neutral')];
}

/** Everything the shipped model learns from. What we wrote counts more: it is little, and it is what customers ask. */
export function trainingExamples(): Example[] {
  const reviews = (['amazon', 'imdb', 'yelp'] as const).flatMap((source) => reviewSentences(source).train);
  const written = (['written-de', 'written-en'] as const).flatMap((name) => writtenSentences(name));
  return [...reviews, ...written.map((example) => ({ ...example, weight: 4 })), ...framedWords()];
}
