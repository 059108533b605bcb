import { type Sentiment, sentiments } from '@/kernel/vocabulary';
import { DIMENSIONS, type Features, featuresOf } from './text-features';

/** Multinomial logistic regression over hashed features: one row of weights a sentiment, in the vocabulary's order. */
export interface SentimentModel {
  weights: Float32Array;
  bias: Float32Array;
}

export interface Judgement {
  sentiment: Sentiment;
  /** The model's own probability, 0–1; how often it is right at which is in docs/listening.md. */
  confidence: number;
}

export function emptyModel(): SentimentModel {
  return {
    weights: new Float32Array(sentiments.length * DIMENSIONS),
    bias: new Float32Array(sentiments.length),
  };
}

/** The likeliest sentiment of a text; nothing but marks and addresses is neutral without confidence. */
export function judge(model: SentimentModel, text: string): Judgement {
  const features = featuresOf(text);
  if (features.places.length === 0) return { sentiment: 'neutral', confidence: 0 };
  const shares = probabilities(model, features);
  const best = shares.indexOf(Math.max(...shares));
  return { sentiment: sentiments[best] ?? 'neutral', confidence: shares[best] ?? 0 };
}

/** One share a sentiment, adding up to 1. */
export function probabilities({ weights, bias }: SentimentModel, { places, values }: Features): number[] {
  const sums = sentiments.map((_, row) => {
    let sum = bias[row] ?? 0;
    for (let at = 0; at < places.length; at += 1) {
      sum += (weights[row * DIMENSIONS + (places[at] ?? 0)] ?? 0) * (values[at] ?? 0);
    }
    return sum;
  });
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}
