import { writeFileSync } from 'node:fs';
import { packModel } from '../src/modules/listening/domain/sentiment/packed-model';
import { baseTraining, trainModel } from '../src/modules/listening/domain/sentiment/train-model';
import { say } from './say';
import { trainingExamples } from './sentiment/labelled-data';

/** Makes the sentiment model that is shipped, the same each time: `npx tsx bench/train-sentiment.ts`. */
const target = new URL('../src/modules/listening/domain/sentiment/base-model.json', import.meta.url);
const examples = trainingExamples();
const { scales, bias, weights } = packModel(trainModel(examples, baseTraining));
const rounded = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(6)));
const json = {
  scales: rounded(scales),
  bias: rounded(bias),
  weights: Buffer.from(weights).toString('base64'),
};
writeFileSync(target, `${JSON.stringify(json, null, 2)}\n`);
say(`${examples.length} examples, ${Math.round(json.weights.length / 1000)} kB`);
