import { telling } from './word-lists';
import { wordsIn } from './words-in';

/** What is known besides the text; languages as ISO 639-1. */
export interface LanguageHints {
  /** What the network says of this message. */
  declared?: string | null;
  /** What the conversation is held in so far. */
  conversation?: string | null;
  /** What the sender's profile says. */
  sender?: string | null;
  /** What messages of this workspace are usually in; short texts are told among these only. */
  expected: readonly string[];
}

export interface ToldLanguage {
  language: string | null;
  /** The text itself says so; otherwise it was taken from the hints. */
  isClear: boolean;
}

/** How well a text fits languages, 0–1 by ISO 639-1. */
export type ScoreLanguages = (text: string) => Readonly<Record<string, number>>;

const FEW_WORDS = 3;
const SHORT_WORDS = 10;
const WEIGHTS = { telling: 0.35, declared: 0.12, conversation: 0.06, sender: 0.04 };
/** A language nobody expects here has to fit a short text this much better. */
const STRANGER = 0.2;
const CLEAR = 0.05;

/** The language of a message, null where neither text nor hints tell. */
export function tellLanguage(message: string, hints: LanguageHints, score: ScoreLanguages): ToldLanguage {
  const { text, words } = wordsIn(message);
  const counts = countTelling(words);
  if (words.length < FEW_WORDS) return tellFew(words, counts, hints);
  const ranked = rank(score(text), counts, words.length, hints);
  const [best, second] = ranked;
  if (!best) return hinted(hints);
  const isClear = best.score - (second?.score ?? 0) >= CLEAR;
  return isClear ? { language: best.language, isClear } : { language: best.language, isClear: false };
}

/** Two words of one language are clear; one bows to the conversation; a name or „ok“ says nothing. */
function tellFew(
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
  hints: LanguageHints,
): ToldLanguage {
  const found = [...counts].filter(([, count]) => count > 0);
  const only = found.length === 1 ? found[0] : undefined;
  if (!only) return hinted(hints);
  const [language, count] = only;
  if (count === words.length && count > 1) return { language, isClear: true };
  const before = hints.conversation;
  return before ? { language: before, isClear: false } : { language, isClear: true };
}

function hinted({ conversation, declared, sender }: LanguageHints): ToldLanguage {
  return { language: conversation ?? declared ?? sender ?? null, isClear: false };
}

function rank(
  scores: Readonly<Record<string, number>>,
  counts: ReadonlyMap<string, number>,
  length: number,
  hints: LanguageHints,
): { language: string; score: number }[] {
  const expected = new Set([...hints.expected, hints.declared, hints.conversation, hints.sender]);
  const names = new Set([
    ...Object.keys(scores),
    ...[...counts].flatMap(([name, count]) => (count ? name : [])),
  ]);
  const weighed = [...names].map((language) => {
    const share = (counts.get(language) ?? 0) / length;
    const isStranger = length < SHORT_WORDS && !expected.has(language);
    const score =
      (scores[language] ?? 0) +
      WEIGHTS.telling * Math.min(1, 2 * share) +
      (language === hints.declared ? WEIGHTS.declared : 0) +
      (language === hints.conversation ? WEIGHTS.conversation : 0) +
      (language === hints.sender ? WEIGHTS.sender : 0) -
      (isStranger ? STRANGER : 0);
    return { language, score };
  });
  return weighed.sort((a, b) => b.score - a.score);
}

function countTelling(words: readonly string[]): Map<string, number> {
  return new Map(
    [...telling].map(([language, list]) => [language, words.filter((word) => list.has(word)).length]),
  );
}
