/** The words of a text as they are compared, and which of them were written as hashtags. */
export interface FoldedText {
  words: readonly string[];
  /** Positions in `words`. */
  hashtags: ReadonlySet<number>;
}

const WORD = /#?[\p{L}\p{M}\p{N}_]+/gu;
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe' };

/**
 * One spelling for all that mean the same: lower case, `ä ö ü ß` as `ae oe ue ss` (as German writes them without
 * those letters), other accents dropped.
 */
export function foldWord(word: string): string {
  if (/^[a-z0-9_]+$/.test(word)) return word;
  return word
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßæœø]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

export function foldText(text: string): FoldedText {
  const words: string[] = [];
  const hashtags = new Set<number>();
  for (const [raw] of text.normalize('NFC').matchAll(WORD)) {
    const isHashtag = raw.startsWith('#');
    const word = foldWord(isHashtag ? raw.slice(1) : raw);
    if (word === '') continue;
    if (isHashtag) hashtags.add(words.length);
    words.push(word);
  }
  return { words, hashtags };
}

/** Only the words, without a `#` before them. */
export function foldWords(text: string): readonly string[] {
  return foldText(text).words;
}
