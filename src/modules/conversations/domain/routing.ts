/** Where new conversations of a channel go; the first rule whose condition holds decides. */
export interface RoutingRule {
  id: string;
  name: string;
  condition: {
    languages?: readonly string[];
    kinds?: readonly string[];
    visibility?: string;
    anyWords?: readonly string[];
  };
  teamId: string | null;
  assign: 'none' | 'round_robin';
  /** Open conversations from which a person is passed over. */
  loadCap: number | null;
}

/** What a rule may ask of a new conversation. */
export interface Arrival {
  language: string | null;
  kind: string;
  visibility: string;
  /** Subject and first message. */
  text: string;
}

/** A rule with its words looked up in the text instead of the text searched for each: cost grows with the text only. */
interface Prepared {
  rule: RoutingRule;
  languages: ReadonlySet<string> | null;
  kinds: ReadonlySet<string> | null;
  hasWords: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}_@#]+/gu;

/** Words in lower case, as they follow one another. */
function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

/** @returns the function that finds the rule for an arrival, or undefined where none holds */
export function prepareRules(rules: readonly RoutingRule[]): (arrival: Arrival) => RoutingRule | undefined {
  const prepared = rules.map(prepare);
  const byFirstWord = indexPhrases(rules);
  return (arrival) => {
    let hits: ReadonlySet<number> | undefined;
    return prepared.find(({ rule, languages, kinds, hasWords }, index) => {
      const { visibility } = rule.condition;
      if (languages && !(arrival.language && languages.has(baseOf(arrival.language)))) return false;
      if (kinds && !kinds.has(arrival.kind)) return false;
      if (visibility && visibility !== arrival.visibility) return false;
      if (!hasWords) return true;
      hits ??= findHits(byFirstWord, wordsOf(arrival.text));
      return hits.has(index);
    })?.rule;
  };
}

function prepare(rule: RoutingRule): Prepared {
  const { languages, kinds, anyWords } = rule.condition;
  return {
    rule,
    languages: languages ? new Set(languages.map(baseOf)) : null,
    kinds: kinds ? new Set(kinds) : null,
    hasWords: anyWords !== undefined && anyWords.length > 0,
  };
}

/** `de-AT` is `de`. */
function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? language;
}

interface Phrase {
  rest: readonly string[];
  rule: number;
}

function indexPhrases(rules: readonly RoutingRule[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [rule, { condition }] of rules.entries()) {
    for (const phrase of condition.anyWords ?? []) {
      const [first, ...rest] = wordsOf(phrase);
      if (first === undefined) continue;
      const known = index.get(first);
      if (known) known.push({ rest, rule });
      else index.set(first, [{ rest, rule }]);
    }
  }
  return index;
}

function findHits(index: ReadonlyMap<string, readonly Phrase[]>, words: readonly string[]): Set<number> {
  const hits = new Set<number>();
  for (const [at, word] of words.entries()) {
    for (const { rest, rule } of index.get(word) ?? []) {
      if (rest.every((next, offset) => words[at + 1 + offset] === next)) hits.add(rule);
    }
  }
  return hits;
}

/** A team's people while turns are given out. */
export interface Rota {
  /** In a fixed order. */
  members: readonly string[];
  /** Whose turn was last. */
  last: string | null;
  /** Open conversations a person has. */
  loads: Map<string, number>;
}

/**
 * Gives the next conversation to whoever comes after the last one, passing over who has enough.
 * @returns null where everybody has enough, or nobody is there; then nobody's turn is over
 */
export function takeTurn(rota: Rota, loadCap: number | null): string | null {
  const { members, loads } = rota;
  const after = rota.last === null ? 0 : members.filter((member) => member <= (rota.last ?? '')).length;
  for (let step = 0; step < members.length; step += 1) {
    const member = members[(after + step) % members.length];
    if (member === undefined) continue;
    const load = loads.get(member) ?? 0;
    if (loadCap !== null && load >= loadCap) continue;
    loads.set(member, load + 1);
    rota.last = member;
    return member;
  }
  return null;
}
