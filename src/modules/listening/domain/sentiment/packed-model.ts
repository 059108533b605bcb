import { type Sentiment, sentiments } from '@/kernel/vocabulary';
import { emptyModel, type SentimentModel } from './sentiment-model';
import { DIMENSIONS } from './text-features';

/** A model in a byte a weight: each weight is a 127th part of the greatest of its sentiment. */
export interface PackedModel {
  scales: readonly number[];
  bias: readonly number[];
  weights: Uint8Array;
}

export function packModel({ weights, bias }: SentimentModel): PackedModel {
  const bytes = new Int8Array(weights.length);
  const scales = sentiments.map((_: Sentiment, row) => {
    const own = weights.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const scale = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
    for (const [at, weight] of own.entries()) bytes[row * DIMENSIONS + at] = Math.round(weight / scale);
    return scale;
  });
  return { scales, bias: [...bias], weights: new Uint8Array(bytes.buffer) };
}

/** Null where the bytes are not of this shape: packed by a version with other features. */
export function unpackModel({ scales, bias, weights }: PackedModel): SentimentModel | null {
  const model = emptyModel();
  if (weights.length !== model.weights.length) return null;
  if (scales.length !== sentiments.length || bias.length !== sentiments.length) return null;
  for (let at = 0; at < weights.length; at += 1) {
    const byte = weights[at] ?? 0;
    model.weights[at] = (byte > 127 ? byte - 256 : byte) * (scales[Math.floor(at / DIMENSIONS)] ?? 0);
  }
  model.bias.set(bias);
  return model;
}
