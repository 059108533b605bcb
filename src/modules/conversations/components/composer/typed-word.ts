export interface TypedWord {
  /** Without its sign. */
  query: string;
  start: number;
  end: number;
}

/** The word after `sign` that the cursor stands in or behind; null where none is being typed. */
export function typedWord(text: string, cursor: number, sign: '@' | '/'): TypedWord | null {
  const before = text.slice(0, cursor);
  const start = before.lastIndexOf(sign);
  if (start < 0 || (start > 0 && !/\s/.test(before[start - 1] ?? ''))) return null;
  const query = before.slice(start + 1);
  // Names have blanks; a saved reply's shortcut has none. Two blanks or a line end always end it.
  const ends = sign === '/' ? /\s/ : /\n|\s{2}|\s\S*\s/;
  return ends.test(query) || query.length > 40 ? null : { query, start, end: cursor };
}

/** The text with a word replaced, and where the cursor stands afterwards. */
export function replaceWord(text: string, word: Pick<TypedWord, 'start' | 'end'>, by: string) {
  return { text: text.slice(0, word.start) + by + text.slice(word.end), cursor: word.start + by.length };
}

/** Lower case without accents: `ü` is found by `u`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
