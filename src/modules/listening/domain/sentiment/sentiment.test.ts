import { expect, test } from 'vitest';
import { reviewSentences, writtenSentences } from '../../../../../bench/sentiment/labelled-data';
import { baseModel } from './base-model';
import { packModel, unpackModel } from './packed-model';
import { judge, type SentimentModel } from './sentiment-model';
import { baseTraining, type Example, trainModel } from './train-model';

const few: Example[] = [
  { text: 'Der Kaffee ist stark', sentiment: 'positive' },
  { text: 'Der Kaffee ist lauwarm', sentiment: 'negative' },
  { text: 'Wann ist der Kaffee da?', sentiment: 'neutral' },
];

function accuracy(model: SentimentModel, examples: readonly Example[]): number {
  return (
    examples.filter(({ text, sentiment }) => judge(model, text).sentiment === sentiment).length /
    examples.length
  );
}

function majority(examples: readonly Example[]): number {
  const sizes = Object.values(Object.groupBy(examples, ({ sentiment }) => sentiment)).map((of) => of.length);
  return Math.max(...sizes) / examples.length;
}

test.each([
  ['German messages', writtenSentences('held-out-de'), 0.25],
  ['English messages', writtenSentences('held-out-en'), 0.25],
  ['English reviews', reviewSentences('yelp').heldOut, 0.25],
] as const)(
  'the shipped model beats the majority class by far on %s it has not seen',
  (_, examples, margin) => {
    expect(accuracy(baseModel(), examples)).toBeGreaterThan(majority(examples) + margin);
  },
);

test('the same examples give the same model', () => {
  expect(packModel(trainModel(few, baseTraining))).toEqual(packModel(trainModel(few, baseTraining)));
});

test('what was packed says nearly the same', () => {
  const model = trainModel(few, baseTraining);
  const unpacked = unpackModel(packModel(model));
  if (!unpacked) throw new Error('not unpacked');
  for (const { text } of few) {
    expect(judge(unpacked, text).sentiment).toBe(judge(model, text).sentiment);
    expect(judge(unpacked, text).confidence).toBeCloseTo(judge(model, text).confidence, 1);
  }
});

test('bytes of another shape are refused', () => {
  expect(unpackModel({ scales: [1, 1, 1], bias: [0, 0, 0], weights: new Uint8Array(10) })).toBeNull();
});

test.each(['', '   ', 'https://example.com/a', '@rapport 12345'])('%j sounds like nothing', (text) => {
  expect(judge(baseModel(), text)).toEqual({ sentiment: 'neutral', confidence: 0 });
});

test('a megabyte is judged by its beginning within 100 ms', () => {
  const startedAt = performance.now();
  judge(baseModel(), 'furchtbar und schrecklich '.repeat(40_000));
  expect(performance.now() - startedAt).toBeLessThan(100);
});
