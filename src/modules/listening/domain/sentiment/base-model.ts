import { z } from 'zod';
import stored from './base-model.json' with { type: 'json' };
import { unpackModel } from './packed-model';
import type { SentimentModel } from './sentiment-model';

const shape = z.strictObject({
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  /** Base64. */
  weights: z.string(),
});

let loaded: SentimentModel | undefined;

/** What every workspace begins with; made by `bench/train-sentiment.ts`, its origin is in docs/listening.md. */
export function baseModel(): SentimentModel {
  loaded ??= load();
  return loaded;
}

function load(): SentimentModel {
  const { scales, bias, weights } = shape.parse(stored);
  const model = unpackModel({ scales, bias, weights: Uint8Array.from(Buffer.from(weights, 'base64')) });
  if (!model) throw new Error('the shipped sentiment model does not fit its features: train it anew');
  return model;
}
