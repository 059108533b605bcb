/** Features are hashed into this many places; two that share one are told apart by the others. */
export const DIMENSIONS = 2 ** 15;

/** Ascending places, with the weight of each; the squares of all weights add up to 1. */
export interface Features {
  places: Uint16Array;
  values: Float32Array;
}

const ENOUGH = 2000;
const NEGATIONS = new Set(
  `not no never nothing nobody dont don't doesnt doesn't didnt didn't isnt isn't wasnt wasn't wont won't cant can't cannot couldnt
  couldn't wouldnt wouldn't arent aren't havent haven't hasnt hasn't without hardly nicht kein keine keinen keinem keiner keines nie
  niemals nichts niemand ohne kaum weder`.split(/\s+/),
);
const REACH = 3;
const WEIGHTS = { word: 1.2, pair: 0.9, negated: 1.2, letters: 0.45 };

/** Words, pairs of words, words after a negation, and the letters of words by threes to fives. */
export function featuresOf(text: string): Features {
  const weights = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const place = hash(feature);
    weights.set(place, Math.max(weights.get(place) ?? 0, weight));
  };
  let negatedFor = 0;
  let before = '^';
  for (const token of tokensOf(text)) {
    add(`w ${token}`, WEIGHTS.word);
    add(`p ${before} ${token}`, WEIGHTS.pair);
    if (negatedFor > 0) add(`n ${token}`, WEIGHTS.negated);
    negatedFor = NEGATIONS.has(token) ? REACH : negatedFor - 1;
    if (/^[.!?;]/.test(token)) negatedFor = 0;
    addLetters(token, add);
    before = token;
  }
  return normalised(weights);
}

/** Umlauts as ae, oe, ue: people write both. */
function tokensOf(text: string): string[] {
  const folded = text
    .slice(0, ENOUGH)
    .toLowerCase()
    .replace(/(?:https?:\/\/|www\.)\S+|@[\p{L}\p{N}_.-]+/gu, ' ')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/’/g, "'")
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    // Sooooo is soo.
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
  return folded.match(/[\p{L}][\p{L}']*|[!?]+|\.{2,}|[.;]|\p{Extended_Pictographic}|[:;]-?[()DPp]/gu) ?? [];
}

function addLetters(token: string, add: (feature: string, weight: number) => void): void {
  if (token.length < 4) return;
  const framed = `_${token}_`;
  for (let size = 3; size <= 5; size += 1) {
    for (let at = 0; at + size <= framed.length; at += 1) add(framed.slice(at, at + size), WEIGHTS.letters);
  }
}

function normalised(weights: ReadonlyMap<number, number>): Features {
  const sorted = [...weights].sort(([a], [b]) => a - b);
  const length = Math.sqrt(sorted.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    places: Uint16Array.from(sorted, ([place]) => place),
    values: Float32Array.from(sorted, ([, weight]) => weight / length),
  };
}

/** FNV-1a over UTF-16 units, folded to the number of places. */
function hash(feature: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    value = Math.imul(value ^ feature.charCodeAt(at), 0x01000193);
  }
  return ((value >>> 15) ^ value) & (DIMENSIONS - 1);
}
