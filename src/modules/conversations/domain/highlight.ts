/** Start and end in UTF-16 units. */
export type Hit = [start: number, end: number];

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ENDINGS = /(?:innen|ungen|ung|ingen|ing|eren|ern|em|en|er|es|ed|e|(?<!s)s|n)$/;
const SHORTEST_STEM = 3;

/** As the database folds: case and accents fall away, ß is ss. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
}

/**
 * Where the words of a search stand in a text: words with the same stem, near enough to what the index finds in German
 * and English. Words put in quotes or excluded by `-` are taken as the search language does.
 */
export function findHits(text: string, typed: string): Hit[] {
  const stems = stemsOf(typed);
  if (stems.length === 0) return [];
  const hits: Hit[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = stem(fold(match[0]));
    if (stems.includes(word)) hits.push([match.index, match.index + match[0].length]);
  }
  return hits;
}

/** Where parts of words stand: a person is found by any part of name or handle. */
export function findParts(text: string, typed: string): Hit[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean);
  const hits: Hit[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    // Folding may change lengths: then the whole word is marked.
    const isSameLength = word.length === match[0].length;
    for (const part of parts) {
      const at = word.indexOf(part);
      if (at < 0) continue;
      const start = match.index + (isSameLength ? at : 0);
      hits.push([start, isSameLength ? start + part.length : match.index + match[0].length]);
      break;
    }
  }
  return hits;
}

/** The part of a long text around its first hit, cut at blanks, with the hits inside it. */
export function excerptAround(
  text: string,
  hits: readonly Hit[],
  length = 240,
): { excerpt: string; hits: Hit[] } {
  if (text.length <= length) return { excerpt: text, hits: [...hits] };
  const first = hits[0]?.[0] ?? 0;
  const wanted = Math.max(0, first - Math.floor(length / 3));
  const blank = text.lastIndexOf(' ', wanted);
  const start = wanted === 0 ? 0 : blank > wanted - 40 && blank >= 0 ? blank + 1 : wanted;
  const ahead = text.lastIndexOf(' ', start + length);
  const end =
    start + length >= text.length ? text.length : ahead > start + length / 2 ? ahead : start + length;
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  const shift = before.length - start;
  return {
    excerpt: `${before}${text.slice(start, end)}${after}`,
    hits: hits
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Hit => [from + shift, to + shift]),
  };
}

function stemsOf(typed: string): string[] {
  const words = [...typed.matchAll(/(?<![\p{L}\p{N}])-?[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word);
  const wanted = words.filter((word) => !word.startsWith('-')).map(fold);
  const umlauts = wanted.map((word) => word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u'));
  return [...new Set([...wanted, ...umlauts].map(stem))].filter((word) => word !== 'or');
}

function stem(word: string): string {
  // Verschluss and Verschlüsse differ in how much falls away: what is doubled at the end counts once.
  return shorten(shorten(word)).replace(/(.)\1$/, '$1');
}

function shorten(word: string): string {
  const cut = word.replace(ENDINGS, '');
  return cut.length >= SHORTEST_STEM ? cut : word;
}
