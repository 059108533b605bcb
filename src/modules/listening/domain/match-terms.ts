import { type FoldedText, foldText, foldWords } from './fold-words';

/** What to look for: at least one of `anyOf` (where there are any), all of `allOf`, none of `noneOf`. */
export interface Terms {
  anyOf: readonly string[];
  allOf: readonly string[];
  noneOf: readonly string[];
}

/** A search as it is kept; empty lists of networks and languages stand for all of them. */
export interface ListeningQuery extends Terms {
  id: string;
  networks: readonly string[];
  languages: readonly string[];
}

/** What came in, as far as a search asks. */
export interface Heard {
  text: string;
  network: string;
  /** Unknown: only searches that name no language look at it. */
  language: string | null;
}

export interface Match {
  queryId: string;
  /** The first wanted term in the order of the query, as it was written there. */
  term: string;
}

interface Prepared {
  query: ListeningQuery;
  place: number;
  anyOf: readonly string[];
  allOf: readonly string[];
  noneOf: readonly string[];
  networks: ReadonlySet<string> | null;
  languages: ReadonlySet<string> | null;
}

interface Phrase {
  words: readonly string[];
  isHashtag: boolean;
  term: string;
}

/**
 * Searches made ready once for thousands of messages: every term of all of them stands in one table by its first
 * word, so that a message costs a look-up a word, however many searches there are.
 * A term is a word, several words that follow one another, or a hashtag (`#word`, found only as one); small and large
 * letters, `ß` and `ss`, `ä`, `ae` and `a` with an accent are told apart as people do when they search: not at all
 * (see `foldWords`). Words are found whole.
 * @returns what finds all searches that a message meets, in their order
 */
export function prepareQueries(queries: readonly ListeningQuery[]): (heard: Heard) => Match[] {
  const prepared = queries.map(prepare);
  const table = tableOf(prepared.flatMap(({ anyOf, allOf, noneOf }) => [...anyOf, ...allOf, ...noneOf]));
  const asking = askingFor(prepared);
  return ({ text, network, language }) => {
    const found = findTerms(table, foldText(text));
    const base = language === null ? null : baseOf(language);
    const concerned = new Set([...found].flatMap((term) => asking.get(term) ?? []));
    return [...concerned]
      .sort((a, b) => a.place - b.place)
      .flatMap((one) => {
        if (one.networks && !one.networks.has(network)) return [];
        if (one.languages && !(base !== null && one.languages.has(base))) return [];
        const term = meet(one, found);
        return term === null ? [] : [{ queryId: one.query.id, term }];
      });
  };
}

/** Searches by the terms of which one has to be there: none else needs to be looked at. */
function askingFor(prepared: readonly Prepared[]): Map<string, Prepared[]> {
  const asking = new Map<string, Prepared[]>();
  for (const one of prepared) {
    for (const term of one.anyOf.length > 0 ? one.anyOf : one.allOf.slice(0, 1)) {
      const known = asking.get(term);
      if (known) known.push(one);
      else asking.set(term, [one]);
    }
  }
  return asking;
}

/** @returns what says whether any of the terms stands in a text; always false where there are none */
export function prepareWords(terms: readonly string[]): (text: string) => boolean {
  const table = tableOf(terms);
  return (text) => findTerms(table, foldText(text)).size > 0;
}

/** True where a term holds something that can be looked for. */
export function isTerm(term: string): boolean {
  return foldWords(term).length > 0;
}

/** `de-AT` is `de`. */
export function baseOf(language: string): string {
  return language.split(/[-_]/)[0]?.toLowerCase() ?? language;
}

/** The wanted term that was found, or null where the query is not met. */
function meet({ anyOf, allOf, noneOf }: Prepared, found: ReadonlySet<string>): string | null {
  if (noneOf.some((term) => found.has(term))) return null;
  if (!allOf.every((term) => found.has(term))) return null;
  if (anyOf.length === 0) return allOf[0] ?? null;
  return anyOf.find((term) => found.has(term)) ?? null;
}

function prepare(query: ListeningQuery, place: number): Prepared {
  return {
    query,
    place,
    anyOf: query.anyOf.filter(isTerm),
    allOf: query.allOf.filter(isTerm),
    noneOf: query.noneOf.filter(isTerm),
    networks: query.networks.length > 0 ? new Set(query.networks) : null,
    languages: query.languages.length > 0 ? new Set(query.languages.map(baseOf)) : null,
  };
}

function tableOf(terms: readonly string[]): Map<string, Phrase[]> {
  const table = new Map<string, Phrase[]>();
  for (const term of new Set(terms)) {
    const words = foldWords(term);
    const [first] = words;
    if (first === undefined) continue;
    const phrase = { words, isHashtag: term.trim().startsWith('#'), term };
    const known = table.get(first);
    if (known) known.push(phrase);
    else table.set(first, [phrase]);
  }
  return table;
}

function findTerms(table: ReadonlyMap<string, readonly Phrase[]>, text: FoldedText): Set<string> {
  const found = new Set<string>();
  for (const [at, word] of text.words.entries()) {
    for (const { words, isHashtag, term } of table.get(word) ?? []) {
      if (isHashtag && !text.hashtags.has(at)) continue;
      if (words.every((one, offset) => text.words[at + offset] === one)) found.add(term);
    }
  }
  return found;
}
