import { type Sentiment, sentiments } from '@/kernel/vocabulary';
import { emptyModel, probabilities, type SentimentModel } from './sentiment-model';
import { DIMENSIONS, type Features, featuresOf } from './text-features';

export interface Example {
  text: string;
  sentiment: Sentiment;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
}

export interface TrainingPlan {
  /** Where it begins, and what it is drawn back to; all zero where nothing is said. */
  from?: SentimentModel;
  epochs: number;
  rate: number;
  /** How strongly weights are drawn back to where they began. */
  pull: number;
  seed: number;
}

export const baseTraining: TrainingPlan = { epochs: 12, rate: 0.3, pull: 3e-4, seed: 20261122 };

/** From the shipped model on: few examples, so small steps, and a stronger pull back to where it began. */
export const ownTraining: TrainingPlan = { epochs: 12, rate: 0.3, pull: 1e-3, seed: 20261122 };

/**
 * Stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan and Singer, 2011). The same examples, plan and
 * seed give the same model, to the bit.
 */
export function trainModel(examples: readonly Example[], plan: TrainingPlan): SentimentModel {
  const start = plan.from ?? emptyModel();
  const model = { weights: start.weights.slice(), bias: start.bias.slice() };
  const seen = { weights: new Float32Array(model.weights.length), bias: new Float32Array(model.bias.length) };
  const prepared = examples.map(({ text, sentiment, weight = 1 }) => ({
    features: featuresOf(text),
    row: sentiments.indexOf(sentiment),
    weight,
  }));
  const order = prepared.map((_, at) => at);
  const random = seeded(plan.seed);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = prepared[at];
      if (example) step(model, start, seen, example, plan);
    }
  }
  return model;
}

function step(
  model: SentimentModel,
  start: SentimentModel,
  seen: SentimentModel,
  { features, row, weight }: { features: Features; row: number; weight: number },
  { rate, pull }: TrainingPlan,
): void {
  const shares = probabilities(model, features);
  for (const [other, share] of shares.entries()) {
    const error = weight * (share - (other === row ? 1 : 0));
    const biasSeen = (seen.bias[other] ?? 0) + error * error;
    seen.bias[other] = biasSeen;
    model.bias[other] = (model.bias[other] ?? 0) - ((rate * error) / (1 + Math.sqrt(biasSeen))) * 0.2;
    for (let at = 0; at < features.places.length; at += 1) {
      const place = other * DIMENSIONS + (features.places[at] ?? 0);
      const now = model.weights[place] ?? 0;
      const slope = error * (features.values[at] ?? 0) + pull * (now - (start.weights[place] ?? 0));
      const squares = (seen.weights[place] ?? 0) + slope * slope;
      seen.weights[place] = squares;
      if (squares > 0) model.weights[place] = now - (rate * slope) / (0.05 + Math.sqrt(squares));
    }
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** mulberry32: 32 bits of state, numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
