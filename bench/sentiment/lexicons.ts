import { createRequire } from 'node:module';
import { polarWords } from './labelled-data';

const require = createRequire(import.meta.url);

/** Above 0 positive, below 0 negative. */
export type Lexicon = (text: string) => number;

/** None of the three ships types of its own for what is used here. */
const sentiment = new (require('sentiment') as new () => { analyze(text: string): { score: number } })();
const winkSentiment = require('wink-sentiment') as (text: string) => { score: number };
const { SentimentIntensityAnalyzer } = require('vader-sentiment') as {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
};

export const afinn: Lexicon = (text) => sentiment.analyze(text).score;
export const wink: Lexicon = (text) => winkSentiment(text).score;
export const vader: Lexicon = (text) => {
  const { compound } = SentimentIntensityAnalyzer.polarity_scores(text);
  return Math.abs(compound) < 0.05 ? 0 : compound;
};

const { positive, negative } = polarWords();

/** Our own list of words; no German lexicon is in the packages named. A negation before a word turns it round. */
export const germanWords: Lexicon = (text) => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.reduce((sum, word, at) => {
    const value = positive.includes(word) ? 1 : negative.includes(word) ? -1 : 0;
    const isTurned = words
      .slice(Math.max(0, at - 2), at)
      .some((before) => /^(nicht|kein\w*|nie|ohne)$/.test(before));
    return sum + (isTurned ? -value : value);
  }, 0);
};
